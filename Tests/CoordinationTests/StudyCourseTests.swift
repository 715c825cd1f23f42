import Coordination
import Studies
import Testing
import Trials
import WireProtocol

@Suite struct StudyCourseTests {
    /// Reports all trials that a stage leases to a worker, until no lease is left.
    private func finish(_ stage: inout Stage, as name: String) {
        while let record = stage.coordinator.study.openTrials.first {
            guard case .running(let attempt, _) = record.status else { return }
            let number = record.trial.rawValue
            _ = stage.handle(
                .received(
                    .reporting(number, attempt: attempt.rawValue, connections: 100 - number % 7),
                    from: stage.peer(name)))
        }
    }

    @Test func `a study is searched, certified and finished, and its workers are told`() throws {
        var stage = try Stage(trials: 3, finalists: 1, replicates: 2)
        try stage.join("one")
        for number in 1...4 {
            _ = stage.handle(.received(.reporting(number), from: stage.peer("one")))
        }
        let directives = stage.handle(.received(.reporting(5), from: stage.peer("one")))
        let last = TrialID(rawValue: 5)
        #expect(
            directives == [
                .record(
                    .reported(
                        attempt: Attempt(1, of: last), worker: try stage.worker("one"),
                        report: .reached(connections: 10))),
                .send(.acknowledge(attempt: Attempt(1, of: last)), to: stage.peer("one")),
                .send(.finished, to: stage.peer("one")),
                .finish,
            ])
        #expect(stage.coordinator.study.phase == .finished)
        #expect(
            try stage.history.trials.map(\.purpose).suffix(2) == [
                .certification(of: TrialID(rawValue: 1), replicate: 1),
                .certification(of: TrialID(rawValue: 1), replicate: 2),
            ])
    }

    @Test func `a worker that continues after the end of the study is told again`() throws {
        var stage = try Stage(trials: 1, finalists: 0, replicates: 0)
        try stage.join("one")
        let last = stage.handle(.received(.reporting(1), from: stage.peer("one")))
        #expect(last.suffix(2) == [.send(.finished, to: stage.peer("one")), .finish])
        let again = stage.handle(.received(.progress(holding: []), from: stage.peer("one")))
        #expect(again == [.send(.finished, to: stage.peer("one"))])
    }

    @Test func `a worker that continues in a drained study is told again`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        _ = stage.handle(.drainRequested)
        let held = AttemptProgress(attempt: Attempt(1, of: TrialID(rawValue: 1)))
        let again = stage.handle(.received(.progress(holding: [held]), from: stage.peer("one")))
        #expect(again == [.send(.drain, to: stage.peer("one"))])
    }

    @Test func `the budget is never exceeded, however many workers there are`() throws {
        var stage = try Stage(trials: 7)
        for number in 1...20 { try stage.join("worker-\(number)", capacity: 3) }
        #expect(stage.coordinator.study.searchTrials == 7)
        #expect(stage.coordinator.leaseCount == 7)
    }

    @Test func `a coordinator that is rebuilt from its journal continues as before`()
        throws
    {
        var stage = try Stage(trials: 40, finalists: 2, replicates: 3)
        try stage.join("one", capacity: 2)
        for number in 1...25 {
            _ = stage.handle(.received(.reporting(number), from: stage.peer("one")))
        }
        var rebuilt = stage
        rebuilt.coordinator = try Coordinator(
            replaying: stage.journal, settings: CoordinatorSettings(leaseDuration: .seconds(10)),
            at: .zero)
        #expect(rebuilt.coordinator.divergentProposals == 0)
        #expect(rebuilt.coordinator.study == stage.coordinator.study)
        let held = [26, 27].map {
            AttemptProgress(attempt: Attempt(1, of: TrialID(rawValue: $0)))
        }
        try rebuilt.join("one", capacity: 2, holding: held)
        finish(&stage, as: "one")
        finish(&rebuilt, as: "one")
        #expect(rebuilt.coordinator.study == stage.coordinator.study)
        #expect(rebuilt.coordinator.study.phase == .finished)
        #expect(rebuilt.journal == stage.journal)
    }

    @Test func `after a restart a worker keeps only the attempts that it names`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one", capacity: 2)
        stage.coordinator = try Coordinator(
            replaying: stage.journal, settings: CoordinatorSettings(leaseDuration: .seconds(10)),
            at: .zero)
        let first = AttemptProgress(attempt: Attempt(1, of: TrialID(rawValue: 1)))
        _ = try stage.join("one", capacity: 2, holding: [first])
        #expect(stage.coordinator.study.attempts(of: TrialID(rawValue: 1)) == 1)
        #expect(stage.coordinator.study.attempts(of: TrialID(rawValue: 2)) == 2)
    }

    @Test func `a drained study stops when the last lease is returned or reported`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one", capacity: 2)
        #expect(stage.handle(.drainRequested) == [.send(.drain, to: stage.peer("one"))])
        _ = stage.handle(.received(.reporting(1), from: stage.peer("one")))
        let directives = stage.handle(.received(.goodbye, from: stage.peer("one")))
        #expect(directives.last == .finish)
        #expect(stage.coordinator.study.searchTrials == 2)
    }

    @Test func `a larger budget wakes idle workers`() throws {
        var stage = try Stage(trials: 1)
        try stage.join("one", capacity: 3)
        #expect(stage.coordinator.leaseCount == 1)
        _ = stage.handle(.budgeted(StudyBudget(trials: 3)))
        #expect(stage.coordinator.leaseCount == 3)
    }

    @Test func `bytes that are not a message are refused and change nothing`() throws {
        var stage = try Stage(trials: 1)
        let before = stage.coordinator.study
        let peer = stage.peer("one")
        #expect(
            stage.handle(.garbled(reason: "no JSON", from: peer)) == [
                .send(.refused(reason: "no JSON"), to: peer), .note(.garbled(reason: "no JSON")),
            ])
        #expect(stage.coordinator.study == before)
    }
}
