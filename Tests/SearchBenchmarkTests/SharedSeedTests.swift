import Randomness
import ScheduleSearch
import SearchBenchmark
import Studies
import Testing
import Trials

/// Schedules are compared with equal luck, in a replay as in a search.
@Suite struct SharedSeedTests {
    private static let seeds = 5

    /// Chooses the second cell for the second trial, and the first cell for all others.
    private struct SecondOnce: SearchStrategy {
        let grid: ScheduleGrid

        func ask(for trial: TrialID, knowing standings: Standings) -> GrowthSchedule {
            grid.schedule(at: trial.rawValue == 2 ? 1 : 0)
        }

        func tell(_ result: TrialResult) {}
    }

    /// Every training reaches the target with ten connections, in a second; those of the second
    /// cell take n/64 s more with the n-th recorded seed.
    private func table() throws -> TrainingTable {
        let grid = ScheduleGrid(over: Clouds.definition.space, usual: 3)
        let trainings = (0..<grid.count).flatMap { cell in
            (1...Self.seeds).map { seed in
                let seconds = 1 + (cell == 1 ? Double(seed) / 64 : 0)
                return RecordedTraining(
                    cell: cell, seed: seed,
                    report: TrainingReport(
                        outcome: .reached, connections: 10, hiddenNodes: 0, inputsUsed: 1,
                        biases: 1, validation: 0.95, test: 0.95, epochs: 1, multiplyAdds: 1000,
                        curve: [], fingerprint: Fingerprint(hash: UInt64(seed)),
                        seconds: seconds, cpuSeconds: seconds))
            }
        }
        return try TrainingTable(
            heading: TableHeading(of: Clouds.definition, grid: grid), trainings: trainings)
    }

    /// The fresh seed has the fourth recorded one, because the search took eighteen.
    ///
    /// So it has for the second cell, which was trained with the first one only. The budget is
    /// spent when the first cell has had a second fresh seed.
    @Test func `schedules that are trained with one seed share a recorded one`() throws {
        let table = try table()
        let setting = ReplaySetting(
            search: SearchSettings(strategy: .random, racing: false), workers: 1, number: 1,
            computeSeconds: 22.5, target: Clouds.definition.target,
            certification: CertificationPlan(finalists: 2, replicates: 2, confirmations: 0))
        var replay = try SearchReplay(
            setting, over: table, choosing: SecondOnce(grid: table.grid))
        let outcome = replay.run()
        try #require((outcome.searchTrials, outcome.trials) == (19, 22))
        var order = Array(1...Self.seeds)
        var generator = Seed(rawValue: 1).derived(for: .recording).generator()
        generator.shuffle(&order)
        let fresh = order[18 % Self.seeds]
        #expect(outcome.computeSeconds == 22 + Double(order[0] + fresh) / 64)
    }
}
