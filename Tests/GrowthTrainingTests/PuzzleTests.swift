import Datasets
import GrowthTraining
import SparseLearning
import Testing
import Trials

@Suite struct PuzzleTests {
    private func report(
        _ samples: Samples, seed: UInt64, _ words: [ScheduleParameter: String] = [:]
    ) -> TrainingReport? {
        var schedule = GrowthSchedule.growthOnly
        for parameter in ScheduleParameter.allCases {
            guard let word = words[parameter] else { continue }
            schedule = schedule.setting(parameter, to: .category(word))
        }
        return GrowthTrainer(
            task: TrainingTask(schedule, target: 1, seed: seed, sharesRows: true),
            dataset: PreparedDataset(shared: samples)
        ).train()?.report
    }

    /// Two direct connections and one node with three connections are the minimum.
    @Test(arguments: UInt64(1)...5)
    func `exclusive or is learnt with five connections`(seed: UInt64) {
        let report = report(Puzzle.parity(2), seed: seed)
        #expect(report?.outcome == .reached)
        #expect(report?.connections == 5)
        #expect(report?.test == 1)
    }

    @Test(arguments: UInt64(1)...3)
    func `parity of six bits is learnt with few nodes`(seed: UInt64) {
        let report = report(Puzzle.parity(6), seed: seed, [.activation: "tanh"])
        #expect(report?.outcome == .reached)
        #expect(report?.connections ?? 1000 < 60)
    }

    /// Nodes that read all inputs count the bits, and later nodes fold the count.
    ///
    /// Nodes of one layer cannot use each other (the test above allows more).
    @Test(arguments: UInt64(1)...3)
    func `rectifiers in a cascade fold parity of six bits`(seed: UInt64) {
        let report = report(
            Puzzle.parity(6), seed: seed, [.activation: "leaky", .nodePlacement: "cascade"])
        #expect(report?.outcome == .reached)
        #expect(report?.connections ?? 1000 < 40)
    }

    @Test(arguments: UInt64(1)...4)
    func `two spirals are learnt with sigmoids in one layer`(seed: UInt64) {
        let report = report(Puzzle.twoSpirals(), seed: seed, [.activation: "tanh"])
        #expect(report?.outcome == .reached)
        #expect(report?.connections ?? 1000 < 250)
    }

    @Test func `gradient growth finds the informative inputs`() throws {
        let report = try #require(
            GrowthTrainer(task: TrainingTask(target: 0.9), dataset: .clouds).train()?.report
        )
        #expect(report.connections < 25)
        #expect(report.test > 0.8)
    }
}
