import ScheduleSearch
import Studies
import Testing
import Trials

/// The facts kept of a trial that is over, in few bytes.
@Suite struct EndedTrialTests {
    private let first = TrialID(rawValue: 1)

    private func propose(_ state: inout StudyState, patience: Int = 2) throws {
        let schedule = Fixture.schedule(patience: patience)
        try state.apply(
            .proposed(
                trial: state.nextTrial, schedule: schedule, seed: state.searchSeed(for: schedule),
                purpose: .search))
    }

    @Test(arguments: [
        nil, 0, 17, Int(UInt32.max) - 1, Int(UInt32.max), Int(UInt32.max) + 1, .max, -1,
    ])
    func `the cap and the fingerprint of a report are kept, whatever they are`(cap: Int?) throws {
        var state = try Fixture.state(trials: 9)
        let report = Fixture.report(
            connections: 10, outcome: cap.map { .censored(cap: $0) } ?? .reached, hash: .max)
        try state.run(patience: 1, report: report)
        try state.run(patience: 2, report: Fixture.report(connections: 10))
        let settlement = try #require(state.ended(first)?.settlement)
        #expect(settlement.cap == cap)
        #expect(settlement.fingerprint == report.fingerprint)
        #expect(settlement.worker == (try Fixture.worker()))
        #expect(settlement.isComparable(to: report))
    }

    @Test func `the worker of each attempt is kept, and which one settled the trial`() throws {
        var state = try Fixture.state(trials: 9)
        let workers = try ["one", "two", "three"].map { try Fixture.worker($0) }
        try propose(&state)
        for (index, worker) in workers.enumerated() {
            let attempt = Attempt(index + 1, of: first)
            try state.apply(.leased(attempt: attempt, worker: worker))
            if index < 2 {
                try state.apply(.lost(attempt: attempt, worker: worker, reason: .silence))
            }
        }
        try state.apply(
            .reported(
                attempt: Attempt(2, of: first), worker: workers[1],
                report: Fixture.report(connections: 10)))
        #expect(state.ended(first)?.workers == workers)
        #expect(state.ended(first)?.settlement?.worker == workers[1])
        #expect(state.worker(of: Attempt(2, of: first)) == workers[1])
        #expect(state.worker(of: Attempt(4, of: first)) == nil)
    }

    @Test func `a trial that was given up has no report to compare with`() throws {
        var state = try Fixture.state(trials: 9)
        let worker = try Fixture.worker()
        try propose(&state)
        try state.apply(.leased(attempt: Attempt(1, of: first), worker: worker))
        try state.apply(.lost(attempt: Attempt(1, of: first), worker: worker, reason: .silence))
        try state.apply(.abandoned(trial: first, attempts: 1))
        #expect(state.ended(first) == EndedTrial(workers: [worker], settlement: nil))
        #expect(state.abandoned == 1)
        #expect(throws: JournalError.notSettled(first)) {
            try state.apply(
                .repeated(
                    attempt: Attempt(1, of: first), worker: worker,
                    fingerprint: Fingerprint(hash: 1)))
        }
        #expect(throws: JournalError.notWaiting(first)) {
            try state.apply(.leased(attempt: Attempt(1, of: first), worker: worker))
        }
        #expect(throws: JournalError.unknownTrial(TrialID(rawValue: 2))) {
            try state.apply(.abandoned(trial: TrialID(rawValue: 2), attempts: 1))
        }
    }

    @Test func `open or unknown trials have no ended state`() throws {
        var state = try Fixture.state(trials: 9)
        try propose(&state)
        try state.run(patience: 3, report: Fixture.report(connections: 10))
        for number in [Int.min, -1, 0, 1, 3, .max] {
            #expect(state.ended(TrialID(rawValue: number)) == nil)
        }
        #expect(state.ended(TrialID(rawValue: 2)) != nil)
        #expect(state.openTrials.map(\.trial) == [first])
    }

    @Test func `running, waiting and ended trials are counted`() throws {
        var state = try Fixture.state(trials: 99)
        let outcomes: [TrainingOutcome] = [
            .reached, .reached, .censored(cap: 5), .failed(reason: .diverged(check: 1)),
        ]
        for outcome in outcomes {
            try state.run(patience: 1, report: Fixture.report(connections: 5, outcome: outcome))
        }
        try propose(&state)
        try propose(&state)
        try state.apply(
            .leased(attempt: Attempt(1, of: TrialID(rawValue: 6)), worker: Fixture.worker()))
        #expect(state.running == 1)
        #expect(state.waiting == [TrialID(rawValue: 5)])
        #expect((state.hits, state.stops, state.misses, state.abandoned) == (2, 1, 1, 0))
        #expect(state.proposedTrials == 6)
    }
}
