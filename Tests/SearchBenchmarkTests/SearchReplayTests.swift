import ScheduleSearch
import SearchBenchmark
import Studies
import Testing
import Trials

@Suite struct SearchReplayTests {
    private static func outcome(
        workers: Int, seconds: Double, strategy: StrategyKind = .evolution, number: Int = 1,
        over table: TrainingTable
    ) throws -> ReplayOutcome {
        let setting = ReplaySetting(
            search: SearchSettings(strategy: strategy), workers: workers, number: number,
            computeSeconds: seconds, target: Clouds.definition.target,
            certification: CertificationPlan(finalists: 2, replicates: 2, confirmations: 0))
        var replay = try SearchReplay(setting, over: table)
        return replay.run()
    }

    @Test(arguments: [1, 8, 64], [StrategyKind.random, .evolution])
    func `a search spends no more than its budget and returns a schedule of the grid`(
        workers: Int, strategy: StrategyKind
    ) throws {
        let table = try Clouds.table(seeds: 3)
        let budget = 60 * table.meanSeconds(target: Clouds.definition.target)
        let outcome = try Self.outcome(
            workers: workers, seconds: budget, strategy: strategy, over: table)
        #expect(outcome.computeSeconds <= budget)
        #expect(outcome.computeSeconds > budget / 2)
        #expect(outcome.trials >= 20)
        #expect(outcome.anytime.count == 40)
        let cell = try #require(outcome.returned)
        #expect((0..<table.grid.count).contains(cell))
    }

    @Test func `the same repeat gives the same outcome, and another repeat another`() throws {
        let table = try Clouds.table(seeds: 3)
        let budget = 40 * table.meanSeconds(target: Clouds.definition.target)
        let runs = try [1, 1, 2].map {
            try Self.outcome(workers: 4, seconds: budget, number: $0, over: table)
        }
        #expect(runs[0].anytime.map(\.cell) == runs[1].anytime.map(\.cell))
        #expect(runs[0].computeSeconds == runs[1].computeSeconds)
        #expect(runs[0].computeSeconds != runs[2].computeSeconds)
    }

    @Test func `a table that lacks a training is refused`() throws {
        let table = try Clouds.table(seeds: 2)
        let missing = (0..<table.grid.count).flatMap { cell in
            (1...2).map { table[cell, $0] }
        }.dropLast()
        let expected = TableError.incomplete(
            found: 2 * table.grid.count - 1, expected: 2 * table.grid.count)
        #expect(throws: expected) {
            try TrainingTable(heading: table.heading, trainings: Array(missing))
        }
    }

    @Test func `a harder target than the recorded one is refused`() throws {
        let setting = ReplaySetting(
            search: SearchSettings(), workers: 1, number: 1, computeSeconds: 1,
            target: TargetScore(metric: .accuracy, value: 0.99),
            certification: CertificationPlan())
        let table = try Clouds.table(seeds: 1)
        #expect(throws: TableError.self) { try SearchReplay(setting, over: table) }
    }
}
