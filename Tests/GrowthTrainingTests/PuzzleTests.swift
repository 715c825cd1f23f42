import Datasets
import GrowthTraining
import Testing
import Trials

@Suite struct PuzzleTests {
    private func report(_ samples: Samples, seed: UInt64) -> TrainingReport? {
        GrowthTrainer(
            task: TrainingTask(target: 1, seed: seed, sharesRows: true),
            dataset: PreparedDataset(shared: samples)
        ).train()?.report
    }

    /// Two direct connections and one node with three are the fewest.
    @Test(arguments: UInt64(1)...5)
    func `exclusive or is learnt with five connections`(seed: UInt64) {
        let report = report(Puzzle.parity(2), seed: seed)
        #expect(report?.outcome == .reached)
        #expect(report?.connections == 5)
        #expect(report?.test == 1)
    }

    @Test(arguments: UInt64(1)...3)
    func `parity of six bits is learnt with few nodes`(seed: UInt64) {
        let report = report(Puzzle.parity(6), seed: seed)
        #expect(report?.outcome == .reached)
        #expect(report?.connections ?? 1000 < 60)
    }

    @Test(arguments: UInt64(1)...4)
    func `two spirals are learnt with the default schedule`(seed: UInt64) {
        let report = report(Puzzle.twoSpirals(), seed: seed)
        #expect(report?.outcome == .reached)
        #expect(report?.connections ?? 1000 < 250)
    }

    @Test func `gradient growth finds the inputs that tell something`() throws {
        let report = try #require(
            GrowthTrainer(task: TrainingTask(target: 0.9), dataset: .clouds).train()?.report
        )
        #expect(report.connections < 25)
        #expect(report.test > 0.8)
    }
}
