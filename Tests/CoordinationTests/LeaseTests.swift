import Coordination
import Studies
import Testing
import Trials
import WireProtocol

@Suite struct LeaseTests {
    private let first = TrialID(rawValue: 1)

    @Test func `a worker that says hello is welcomed and gets as many leases as it takes`() throws {
        var stage = try Stage(trials: 5)
        let directives = try stage.join("one", capacity: 2)
        let expected: [Coordinator.Directive] =
            [stage.welcome("one"), .note(.joined(try stage.worker("one"), capacity: 2))]
            + (try stage.leasing(1, to: "one")) + (try stage.leasing(2, to: "one"))
        #expect(directives == expected)
    }

    @Test func `an unknown peer is only asked to identify itself`() throws {
        var stage = try Stage(trials: 5)
        let before = stage.coordinator.study
        let directives = stage.handle(.received(.reporting(1), from: stage.peer("stranger")))
        #expect(directives == [.send(.identify, to: stage.peer("stranger"))])
        #expect(stage.coordinator.study == before)
    }

    @Test func `a report is recorded, acknowledged, and followed by the next lease`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        let directives = stage.handle(.received(.reporting(1), from: stage.peer("one")))
        let expected: [Coordinator.Directive] =
            [
                .record(
                    .reported(
                        attempt: Attempt(1, of: first), worker: try stage.worker("one"),
                        report: .reached(connections: 10))),
                .send(.acknowledge(attempt: Attempt(1, of: first)), to: stage.peer("one")),
            ] + (try stage.leasing(2, to: "one"))
        #expect(directives == expected)
    }

    @Test func `a report that comes again is acknowledged again and recorded once`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        _ = stage.handle(.received(.reporting(1), from: stage.peer("one")))
        let directives = stage.handle(.received(.reporting(1), from: stage.peer("one")))
        #expect(
            directives == [
                .send(.acknowledge(attempt: Attempt(1, of: first)), to: stage.peer("one"))
            ])
    }

    @Test func `a report of an unknown trial or attempt is refused`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        let before = stage.coordinator.study
        for message in [WorkerMessage.reporting(9), .reporting(1, attempt: 2), .reporting(0)] {
            let directives = stage.handle(.received(message, from: stage.peer("one")))
            #expect(directives.count == 2)
            guard case .send(.refused, _) = directives.first else {
                Issue.record("expected a refusal, found \(directives)")
                return
            }
        }
        #expect(stage.coordinator.study == before)
    }

    @Test func `a renewed lease does not expire, another one does`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one", capacity: 2)
        let held = [AttemptProgress(attempt: Attempt(1, of: first))]
        #expect(
            stage.handle(
                .received(.progress(holding: held), from: stage.peer("one")), at: .seconds(8)
            ).isEmpty)
        let directives = stage.handle(.deadlineReached, at: .seconds(10))
        let second = TrialID(rawValue: 2)
        let expected: [Coordinator.Directive] =
            [
                .record(
                    .lost(
                        attempt: Attempt(1, of: second), worker: try stage.worker("one"),
                        reason: .unstarted)),
                .note(.lost(Attempt(1, of: second), try stage.worker("one"), .unstarted)),
            ] + (try stage.leasing(2, attempt: 2, to: "one", proposing: false))
        #expect(directives == expected)
        #expect(stage.coordinator.nextDeadline == .seconds(18))
    }

    @Test func `a late report of a lost attempt counts and the new attempt is revoked`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        _ = stage.handle(.deadlineReached, at: .seconds(10))
        try stage.join("two", at: .seconds(10))
        let directives = stage.handle(
            .received(.reporting(1), from: stage.peer("one")), at: .seconds(11))
        let expected: [Coordinator.Directive] =
            [
                .record(
                    .reported(
                        attempt: Attempt(1, of: first), worker: try stage.worker("one"),
                        report: .reached(connections: 10))),
                .send(
                    .revoke(attempt: Attempt(2, of: first)),
                    to: stage.peer("two")),
                .send(.acknowledge(attempt: Attempt(1, of: first)), to: stage.peer("one")),
            ] + (try stage.leasing(2, to: "one")) + (try stage.leasing(3, to: "two"))
        #expect(directives == expected)
    }

    @Test func `a silent worker gets no lease until it sends a message`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        let worker = try stage.worker("one")
        #expect(
            stage.handle(.deadlineReached, at: .seconds(10)) == [
                .record(
                    .lost(attempt: Attempt(1, of: first), worker: worker, reason: .silence)),
                .note(.lost(Attempt(1, of: first), worker, .silence)),
            ])
        #expect(stage.coordinator.nextDeadline == nil)
        let directives = stage.handle(
            .received(.progress(holding: []), from: stage.peer("one")), at: .seconds(50))
        #expect(directives == (try stage.leasing(1, attempt: 2, to: "one", proposing: false)))
    }

    @Test func `a second report that differs is recorded with its worker and logged`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        _ = stage.handle(.unreachable(stage.peer("one")))
        _ = stage.handle(.deadlineReached, at: .seconds(10))
        try stage.join("two", at: .seconds(10))
        _ = stage.handle(.received(.reporting(1, attempt: 2), from: stage.peer("two")))
        try stage.join("one", incarnation: 1, at: .seconds(11))
        let directives = stage.handle(
            .received(.reporting(1, hash: 8), from: stage.peer("one")), at: .seconds(11))
        #expect(
            directives == [
                .record(
                    .repeated(
                        attempt: Attempt(1, of: first), worker: try stage.worker("one"),
                        fingerprint: Fingerprint(hash: 8), settledBy: try stage.worker("two"))),
                .note(
                    .disputed(
                        first, try stage.worker("one"), settledBy: try stage.worker("two"))),
                .send(.acknowledge(attempt: Attempt(1, of: first)), to: stage.peer("one")),
            ])
        #expect(stage.coordinator.study.disputed == [first])
    }

    @Test func `a late report of a trial that was settled long ago still names both workers`()
        throws
    {
        var stage = try Stage(trials: 400)
        try stage.join("one")
        _ = stage.handle(.unreachable(stage.peer("one")))
        _ = stage.handle(.deadlineReached, at: .seconds(10))
        try stage.join("two", at: .seconds(10))
        for number in 1...300 {
            _ = stage.handle(
                .received(
                    .reporting(number, attempt: number == 1 ? 2 : 1), from: stage.peer("two")),
                at: .seconds(10))
        }
        stage.coordinator = try Coordinator(replaying: stage.journal, at: .seconds(10))
        try stage.join("one", at: .seconds(11))
        let (one, two) = (try stage.worker("one"), try stage.worker("two"))
        for hash in [UInt64(7), 8] {
            let directives = stage.handle(
                .received(.reporting(1, hash: hash), from: stage.peer("one")), at: .seconds(11))
            #expect(
                directives.first
                    == .record(
                        .repeated(
                            attempt: Attempt(1, of: first), worker: one,
                            fingerprint: Fingerprint(hash: hash), settledBy: two)))
            let dispute = Coordinator.Directive.note(.disputed(first, one, settledBy: two))
            #expect(directives.contains(dispute) == (hash == 8))
        }
        let dispute = try #require(stage.coordinator.study.disputes.first)
        #expect((dispute.settledBy, dispute.disputedBy) == (two, one))
    }

    @Test func `a worker that comes back as another process loses its attempts`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        let directives = try stage.join("one", incarnation: 2, at: .seconds(1))
        let worker = try stage.worker("one")
        let expected: [Coordinator.Directive] =
            [
                stage.welcome("one"), .note(.joined(worker, capacity: 1)),
                .record(
                    .lost(attempt: Attempt(1, of: first), worker: worker, reason: .restart)),
                .note(.lost(Attempt(1, of: first), worker, .restart)),
            ] + (try stage.leasing(1, attempt: 2, to: "one", proposing: false))
        #expect(directives == expected)
    }

    @Test func `a trial that loses every attempt is abandoned and the study continues`() throws {
        var stage = try Stage(trials: 2)
        try stage.join("one")
        for round in 1...3 {
            let later = Instant.seconds(Int64(round) * 10)
            // The worker is alive, but does not know its lease.
            _ = stage.handle(
                .received(.progress(holding: []), from: stage.peer("one")), at: later)
            _ = stage.handle(.deadlineReached, at: later)
        }
        #expect(try stage.history[first]?.status == .abandoned)
        #expect(
            stage.coordinator.study[TrialID(rawValue: 2)]?.status
                == .running(number: AttemptNumber(rawValue: 1), worker: try stage.worker("one")))
    }

    @Test func `a worker that leaves gives its leases to others at once`() throws {
        var stage = try Stage(trials: 1)
        try stage.join("one")
        try stage.join("two")
        let directives = stage.handle(.received(.goodbye, from: stage.peer("one")))
        let worker = try stage.worker("one")
        let expected: [Coordinator.Directive] =
            [
                .note(.left(worker)),
                .record(
                    .lost(
                        attempt: Attempt(1, of: first), worker: worker, reason: .released(.returned)
                    )),
                .note(.lost(Attempt(1, of: first), worker, .released(.returned))),
            ] + (try stage.leasing(1, attempt: 2, to: "two", proposing: false))
        #expect(directives == expected)
    }
}
