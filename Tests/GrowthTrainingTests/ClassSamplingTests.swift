import Datasets
import GrowthTraining
import SparseLearning
import Randomness
import Testing
import Trials

@Suite struct ClassSamplingTests {
    @Test func `a rare class is recognised more often`() throws {
        func rare(_ rows: Int, seed: UInt64) -> Samples {
            var generator = Seed(rawValue: seed).generator()
            let labels = (0..<rows).map { Int32($0 % 20 == 0 ? 1 : 0) }
            return Samples(
                features: labels.map { Float(Double($0) + generator.normal()) },
                targets: .classes(labels: labels, names: ["often", "rarely"]), featureCount: 1)
        }
        // Judged by rows of the rare class alone.
        let (rows, all) = (rare(400, seed: 1), rare(4000, seed: 2))
        let features = all.features.enumerated().filter { $0.offset % 20 == 0 }.map(\.element)
        let judged = Samples(
            features: features,
            targets: .classes(
                labels: Array(repeating: 1, count: features.count), names: ["often", "rarely"]),
            featureCount: 1)
        let dataset = PreparedDataset(training: rows, validation: judged, test: judged)
        func recall(_ sampling: String) throws -> Double {
            let schedule = GrowthSchedule.growthOnly
                .setting(.classSampling, to: .category(sampling))
                .setting(.nodeInsertionRate, to: .real(0)).setting(.initialDensity, to: .real(1))
                .setting(.patience, to: .integer(99))
            let task = TrainingTask(schedule, target: 1, limits: TrainingLimits(checks: 30))
            return try #require(GrowthTrainer(task: task, dataset: dataset).train())
                .report.validation
        }
        #expect(try recall("none") < 0.2)
        #expect(try recall("balanced") > 0.5)
    }
}
