import Randomness
import ScheduleSearch
import Studies
import Testing
import Trials

@Suite struct StudyStateTests {
    private let first = TrialID(rawValue: 1)

    private func proposed(_ state: StudyState) -> StudyEvent {
        .proposed(
            trial: state.nextTrial, schedule: Fixture.schedule(patience: 2),
            seed: Seed(rawValue: 5), purpose: .search)
    }

    @Test func `a history summarises the curve of a trial`() throws {
        let state = try Fixture.state(trials: 2)
        let points = [(40, 0.5), (90, 0.7), (200, 0.6), (60, 0.8), (50, 0.3)].enumerated().map {
            GrowthPoint(
                check: $0 + 1, epoch: 1, connections: $1.0, hiddenNodes: 1, validation: $1.1,
                multiplyAdds: 5)
        }
        let report = TrainingReport(
            outcome: .failed(reason: .targetMissed(checks: 5)), connections: 50, hiddenNodes: 1,
            inputsUsed: 2, biases: 3, validation: 0.3, test: 0.3, epochs: 4, multiplyAdds: 5,
            curve: points, fingerprint: Fingerprint(hash: 7), seconds: 0.5, cpuSeconds: 0.25)
        let history = try StudyHistory(
            replaying: state.beginning + state.events(patience: 3, report: report))
        let record = try #require(history[first])
        #expect(record.report == report.withCurve([]))
        #expect(record.fitness == Fitness(report, under: state.definition.target))
    }

    @Test func `a proposed trial waits, a leased one runs, a reported one is settled`() throws {
        var state = try Fixture.state(trials: 3)
        let worker = try Fixture.worker()
        try state.apply(proposed(state))
        #expect(state.waiting == [first])
        #expect(state[first]?.status == .waiting)
        try state.apply(.leased(attempt: Attempt(1, of: first), worker: worker))
        #expect(state.waiting.isEmpty)
        #expect(
            state[first]?.status == .running(number: AttemptNumber(rawValue: 1), worker: worker))
        let report = Fixture.report(connections: 10)
        try state.apply(.reported(attempt: Attempt(1, of: first), worker: worker, report: report))
        #expect(state[first] == nil)
        #expect(
            state.ended(first)
                == EndedTrial(
                    workers: [worker],
                    settlement: .init(
                        number: AttemptNumber(rawValue: 1), worker: worker,
                        fingerprint: report.fingerprint, cap: nil)
                ))
        #expect(state.reports == 1)
        #expect(state.cpuSeconds == 0.25)
    }

    @Test func `a lost attempt lets its trial wait again, and only unwanted losses count`() throws {
        var state = try Fixture.state(trials: 3)
        let worker = try Fixture.worker()
        try state.apply(proposed(state))
        for (number, reason) in [LossReason.silence, .released(.returned), .restart].enumerated() {
            let attempt = Attempt(number + 1, of: first)
            try state.apply(.leased(attempt: attempt, worker: worker))
            try state.apply(.lost(attempt: attempt, worker: worker, reason: reason))
        }
        #expect(state.waiting == [first])
        #expect(state.attempts(of: first) == 3)
        #expect(state[first]?.losses == 2)
    }

    @Test func `a late report of a lost attempt settles the trial`() throws {
        var state = try Fixture.state(trials: 3)
        let worker = try Fixture.worker()
        try state.apply(proposed(state))
        try state.apply(.leased(attempt: Attempt(1, of: first), worker: worker))
        try state.apply(.lost(attempt: Attempt(1, of: first), worker: worker, reason: .silence))
        try state.apply(
            .reported(
                attempt: Attempt(1, of: first), worker: worker,
                report: Fixture.report(connections: 10)))
        #expect(state.waiting.isEmpty)
        #expect(state.searchTrialsOver == 1)
    }

    @Test func `a trial is never settled twice`() throws {
        var state = try Fixture.state(trials: 3)
        let report = Fixture.report(connections: 10)
        try state.run(patience: 1, report: report)
        let before = state
        #expect(throws: JournalError.settledTwice(first)) {
            try state.apply(
                .reported(
                    attempt: Attempt(1, of: first), worker: try Fixture.worker(), report: report))
        }
        #expect(state == before)
    }

    @Test func `events that cannot follow are refused with their names`() throws {
        var state = try Fixture.state(trials: 3)
        let worker = try Fixture.worker()
        #expect(throws: JournalError.unknownTrial(first)) {
            try state.apply(.leased(attempt: Attempt(1, of: first), worker: worker))
        }
        #expect(throws: JournalError.unexpectedTrial(TrialID(rawValue: 5), expected: first)) {
            try state.apply(
                .proposed(
                    trial: TrialID(rawValue: 5), schedule: GrowthSchedule(),
                    seed: Seed(rawValue: 5), purpose: .search))
        }
        try state.apply(proposed(state))
        #expect(throws: JournalError.unexpectedAttempt(Attempt(2, of: first))) {
            try state.apply(.leased(attempt: Attempt(2, of: first), worker: worker))
        }
        #expect(throws: JournalError.definedTwice) {
            try state.apply(.defined(definition: state.definition))
        }
    }

    @Test func `a second report that differs puts the trial into dispute`() throws {
        var state = try Fixture.state(trials: 3)
        try state.run(patience: 1, report: Fixture.report(connections: 10, hash: 7))
        let worker = try Fixture.worker("two")
        try state.apply(
            .repeated(
                attempt: Attempt(1, of: first), worker: worker, fingerprint: Fingerprint(hash: 7)))
        #expect(state.disputed.isEmpty)
        try state.apply(
            .repeated(
                attempt: Attempt(1, of: first), worker: worker, fingerprint: Fingerprint(hash: 8)))
        #expect(state.disputed == [first])
    }

    @Test func `replaying the events of a study gives its live state`() throws {
        var state = try Fixture.state(trials: 3)
        let worker = try Fixture.worker()
        var events: [StudyEvent] = [
            .defined(definition: state.definition), .budgeted(budget: state.budget),
        ]
        func record(_ event: StudyEvent) throws {
            try state.apply(event)
            events.append(event)
        }
        for number in 1...3 {
            let trial = TrialID(rawValue: number)
            try record(
                .proposed(
                    trial: trial, schedule: Fixture.schedule(patience: number),
                    seed: Seed(rawValue: 5), purpose: .search))
            try record(.leased(attempt: Attempt(1, of: trial), worker: worker))
        }
        try record(.lost(attempt: Attempt(1, of: first), worker: worker, reason: .silence))
        try record(.abandoned(trial: first, attempts: 1))
        try record(
            .reported(
                attempt: Attempt(1, of: TrialID(rawValue: 2)), worker: worker,
                report: Fixture.report(connections: 12)))
        try record(.budgeted(budget: .init(trials: 8)))
        #expect(try StudyState(replaying: events) == state)
    }

    @Test func `a journal that does not begin as one is refused`() throws {
        let definition = try Fixture.definition()
        #expect(throws: JournalError.noDefinition) { try StudyState(replaying: []) }
        #expect(throws: JournalError.noBudget) {
            try StudyState(replaying: [.defined(definition: definition)])
        }
    }
}
