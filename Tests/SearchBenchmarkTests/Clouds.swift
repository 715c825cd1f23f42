import Datasets
import GrowthTraining
import SparseLearning
import Randomness
import ScheduleSearch
import SearchBenchmark
import Studies
import Testing
import Trials

/// Trainings that take about two milliseconds.
enum Clouds {
    /// Four overlapping clouds in ten dimensions; only two dimensions are informative.
    private static func samples(_ rows: Int, seed: UInt64) -> Samples {
        var generator = Seed(rawValue: seed).generator()
        let labels = (0..<rows).map { _ in Int32(generator.integer(below: 4)) }
        let features = (0..<10).flatMap { feature in
            labels.map { label in
                let bit: Int32 = feature == 3 ? 1 : feature == 7 ? 2 : 0
                let side: Double = bit == 0 ? 0 : label & bit == 0 ? -1 : 1
                return Float(side + 0.55 * generator.normal())
            }
        }
        return Samples(
            features: features, targets: .classes(labels: labels, names: ["a", "b", "c", "d"]),
            featureCount: 10)
    }

    static let dataset = PreparedDataset(
        training: samples(200, seed: 1), validation: samples(100, seed: 2),
        test: samples(50, seed: 3))

    private static var digest: DatasetDigest {
        guard let digest = DatasetDigest(rawValue: String(repeating: "0", count: 64)) else {
            preconditionFailure("a digest of 64 zeros is well formed")
        }
        return digest
    }

    static let definition = StudyDefinition(
        name: "clouds", dataset: digest,
        learning: .classification,
        split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)),
        target: TargetScore(metric: .accuracy, value: 0.93),
        space: SearchSpace(
            base: GrowthSchedule().setting(.thinning, to: .category("none")),
            dimensions: [
                .init(parameter: .incrementSize, domain: .real(range: 0.1...1, scale: .log)),
                .init(parameter: .patience, domain: .integer(range: 1...4, scale: .linear)),
            ]), limits: TrainingLimits(checks: 150, connections: 120))

    /// The report of a training with one of the recorded seeds.
    static func train(
        _ schedule: GrowthSchedule, seed: Int, target: Double = 0.93, cap: Int? = nil,
        effort: Int? = nil
    ) throws -> TrainingReport {
        let task = TrainingTask(
            schedule: schedule, dataset: definition.dataset, split: definition.split,
            target: TargetScore(metric: .accuracy, value: target), seed: .recorded(seed),
            limits: definition.limits.with(effort: effort), cap: cap)
        var report = try #require(GrowthTrainer(task: task, dataset: dataset).train()).report
        // Assumes that a million multiply–adds take a millisecond.
        report.cpuSeconds = Double(report.multiplyAdds) * 1e-9
        return report
    }

    /// A table of the whole grid, with a number of seeds.
    static func table(seeds: Int) throws -> TrainingTable {
        let grid = ScheduleGrid(over: definition.space, usual: 3)
        let trainings = try (0..<grid.count).flatMap { cell in
            try (1...seeds).map { seed in
                RecordedTraining(
                    cell: cell, seed: seed, report: try train(grid.schedule(at: cell), seed: seed))
            }
        }
        return try TrainingTable(
            heading: TableHeading(of: definition, grid: grid), trainings: trainings)
    }
}
