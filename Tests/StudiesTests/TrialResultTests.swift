import Randomness
import ScheduleSearch
import Studies
import Testing
import Trials

@Suite struct TrialResultTests {
    @Test func `the fact that ends a trial of the search tells what came of it, and no other`()
        throws
    {
        var state = try Fixture.state(trials: 2)
        let results = try state.events(
            patience: 3, report: Fixture.report(connections: 12)
        ).map { try state.apply($0) }
        #expect(results.dropLast().allSatisfy { $0 == nil })
        let expected = TrialResult(
            trial: TrialID(rawValue: 1), schedule: Fixture.schedule(patience: 3),
            fitness: .reached(connections: 12))
        #expect(results.last == expected)
    }

    @Test func `a trial that is given up has failed`() throws {
        var state = try Fixture.state(trials: 2)
        let schedule = Fixture.schedule(patience: 4)
        let trial = state.nextTrial
        try state.apply(
            .proposed(trial: trial, schedule: schedule, seed: Seed(rawValue: 1), purpose: .search))
        let result = try state.apply(.abandoned(trial: trial, attempts: 0))
        #expect(result == TrialResult(trial: trial, schedule: schedule, fitness: .failed))
    }

    @Test func `certification tells the strategy nothing`() throws {
        var state = try Fixture.state(trials: 1)
        try state.run(patience: 3, report: Fixture.report(connections: 12))
        var twin = state
        let events = try twin.certify { _, _ in Fixture.report(connections: 11) }
        #expect(!events.isEmpty)
        for event in events { #expect(try state.apply(event) == nil) }
    }
}
