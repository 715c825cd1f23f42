import Studies
import Testing
import Trials

/// The number of trainings in a budget of processor time; each takes a quarter of a second.
@Suite struct ComputeBudgetTests {
    @Test func `a budget of processor time keeps enough to certify`() throws {
        var state = try Fixture.state(trials: 1000, finalists: 2, replicates: 2, seconds: 10)
        var trials = 0
        while state.wantsSearch {
            trials += 1
            // A quarter of a second each.
            try state.run(patience: trials % 9 + 1, report: Fixture.report(connections: 10))
        }
        // The budget allows 40 trainings; four of them are for two finalists with two seeds each.
        #expect(trials == 36)
        try state.certify { _, _ in Fixture.report(connections: 10) }
        #expect(state.phase == .finished)
        #expect(state.cpuSeconds <= 10.25)
    }

    @Test(arguments: 1...60)
    func `a budget of any size is spent and not exceeded`(quarters: Int) throws {
        let seconds = Double(quarters) / 4
        var state = try Fixture.state(
            trials: 1000, finalists: 8, replicates: 5, confirmations: 10, seconds: seconds)
        try state.searchAll()
        try state.certify { _, _ in Fixture.report(connections: 10) }
        #expect(state.phase == .finished)
        #expect(state.best != nil)
        // The part kept for certification need not be a whole number of trainings.
        #expect(state.cpuSeconds <= seconds)
        #expect(state.cpuSeconds > seconds - 1)
    }

    @Test func `if the budget ends the choice, the leader is confirmed`() throws {
        var state = try Fixture.state(
            trials: 20, finalists: 2, replicates: 5, confirmations: 10, seconds: 7)
        // Patience 1 looks best in the search because of one lucky training.
        for trial in 1...20 {
            let connections = [1: 10, 2: 11][trial] ?? 50
            try state.run(
                patience: min(trial, 3), report: Fixture.report(connections: connections))
        }
        #expect(state.phase == .certifying)
        try state.certify { finalist, _ in
            Fixture.report(connections: finalist.rawValue == 1 ? 13 : 11)
        }
        // Of the eight remaining trainings, three are kept to confirm.
        #expect(state.phase == .finished)
        #expect(state.cpuSeconds == 7)
        let winner = try #require(state.certificate())
        #expect(winner.trial.rawValue == 2)
        #expect(winner.evidence == .confirmation)
        #expect(winner.replicates == 3)
    }

    @Test func `one remaining training confirms nothing`() throws {
        var state = try Fixture.state(
            trials: 5, finalists: 1, replicates: 5, confirmations: 10, seconds: 1.5)
        for _ in 1...5 { try state.run(patience: 1, report: Fixture.report(connections: 10)) }
        try state.certify { _, _ in Fixture.report(connections: 12) }
        #expect(state.phase == .finished)
        #expect(state.cpuSeconds == 1.5)
        #expect(state.certificate() == nil)
        #expect(state.best?.trainings == 5)
    }

    @Test(arguments: [(9, 3, 3), (15, 5, 5), (40, 5, 10)])
    func `where there is time for few trainings, two finalists and the winner get them`(
        limit: Int, seeds: Int, confirmations: Int
    ) throws {
        var state = try Fixture.state(
            trials: 24, finalists: 8, replicates: 5, confirmations: 10)
        for trial in 1...24 {
            try state.run(patience: trial % 9 + 1, report: Fixture.report(connections: 10))
        }
        try state.apply(.budgeted(budget: StudyBudget(trials: 24, certifications: limit)))
        try state.certify { _, _ in Fixture.report(connections: 10) }
        #expect(state.phase == .finished)
        #expect(state.certifications <= limit)
        let winner = try #require(state.certificate())
        #expect(winner.evidence == .confirmation)
        #expect(winner.replicates == confirmations)
        let chosen = state.finalists.map { state.replicates(of: $0.trial).count }.max() ?? 0
        #expect(chosen == seeds + confirmations)
    }

    @Test func `a study that a version with other estimates certified keeps its finalists`() throws
    {
        var state = try Fixture.state(trials: 1000, finalists: 2, replicates: 2, seconds: 100)
        for trial in 1...4 {
            try state.run(patience: trial, report: Fixture.report(connections: 10 + trial))
        }
        #expect(state.wantsSearch)
        let first = TrialID(rawValue: 3)
        try state.apply(
            .proposed(
                trial: state.nextTrial, schedule: Fixture.schedule(patience: 3),
                seed: state.certificationSeed(1),
                purpose: .certification(of: first, replicate: 1)))
        #expect(!state.wantsSearch)
        #expect(state.finalists.map(\.trial) == [first])
    }

    @Test func `a larger budget continues what the smaller one ended`() throws {
        var state = try Fixture.state(
            trials: 2, finalists: 2, replicates: 3, confirmations: 4, seconds: 2)
        try state.run(patience: 1, report: Fixture.report(connections: 10))
        try state.run(patience: 2, report: Fixture.report(connections: 11))
        try state.certify { _, _ in Fixture.report(connections: 10) }
        #expect(state.certificate()?.replicates == 3)
        try state.apply(.budgeted(budget: StudyBudget(trials: 2, computeSeconds: 20)))
        try state.certify { _, _ in Fixture.report(connections: 10) }
        #expect(state.certificate()?.replicates == 4)
        let choices = state.finalists.map { state.replicates(of: $0.trial).count }
        #expect(choices.sorted() == [3, 7])
    }

    @Test(arguments: [(trials: 3, sample: 1), (trials: 40, sample: 2), (trials: 90, sample: 4)])
    func `the default sample took a twentieth of the study, or is one training`(
        trials: Int, sample: Int
    ) throws {
        var state = try Fixture.state(
            trials: trials, finalists: 1, replicates: 2, confirmations: 3)
        var events = state.beginning
        for _ in 1...trials {
            let more = try state.events(patience: 1, report: Fixture.report(connections: 10))
            for event in more { try state.apply(event) }
            events += more
        }
        events += try state.certify { _, _ in Fixture.report(connections: 10) }
        let history = try StudyHistory(replaying: events)
        let winner = try #require(history.certificate())
        let latest = history.evidence(for: winner).map(\.trial).suffix(sample).reversed()
        #expect(history.sample(for: winner).map(\.trial) == Array(latest))
    }
}

extension StudyState {
    /// Settles the trials of a search, each with ten connections, until the search is over.
    fileprivate mutating func searchAll() throws {
        while wantsSearch {
            try run(patience: searchTrials % 9 + 1, report: Fixture.report(connections: 10))
        }
    }
}
