import Coordination
import Studies
import Testing
import Trials
import WireProtocol

/// A peer that claims another worker's name or attempts changes nothing.
@Suite struct IdentityTests {
    private let first = TrialID(rawValue: 1)

    /// A process with the name of another, at another address.
    private func impostor(
        _ stage: Stage, of name: String, incarnation: Int = 99, holding: [AttemptProgress] = []
    ) throws -> Coordinator.Input {
        .received(
            .hello(
                worker: try stage.worker(name), incarnation: incarnation, capacity: 1,
                holding: holding), from: PeerID(rawValue: [9]))
    }

    @Test func `a report of another worker's attempt is refused`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        try stage.join("two")
        let before = stage.journal
        let directives = stage.handle(.received(.reporting(1), from: stage.peer("two")))
        let reason = "trial 1 has no attempt 1 of this worker"
        #expect(
            directives == [
                .send(.refused(reason: reason), to: stage.peer("two")),
                .note(.garbled(reason: reason)),
            ])
        #expect(stage.journal == before)
    }

    @Test func `a second process with the name of a living one waits and gets no lease`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        let before = stage.journal
        let directives = stage.handle(try impostor(stage, of: "one"), at: .seconds(1))
        #expect(directives.first == .send(.identify, to: stage.peer("one")))
        guard case .send(.refused(let reason), to: PeerID(rawValue: [9]))? = directives.last else {
            Issue.record("\(directives)")
            return
        }
        #expect(reason.contains("another process works as one"))
        #expect(directives.count == 2)
        #expect(stage.journal == before)
        // The first process answers, and both continue as before.
        try stage.join("one", at: .seconds(1))
        #expect(stage.journal.dropLast(0) == before[...])
    }

    @Test func `the name of a process that is gone is free at once`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        _ = stage.handle(try impostor(stage, of: "one"), at: .seconds(1))
        _ = stage.handle(.unreachable(stage.peer("one")), at: .seconds(1))
        let directives = stage.handle(try impostor(stage, of: "one"), at: .seconds(2))
        #expect(
            directives.contains(
                .record(
                    .lost(
                        attempt: Attempt(1, of: first), worker: try stage.worker("one"),
                        reason: .restart))))
    }

    @Test func `the name of a silent process is free after the lease time`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one")
        let directives = stage.handle(try impostor(stage, of: "one"), at: .seconds(10))
        #expect(
            directives.first
                == .send(
                    .welcome(study: "small", renewalInterval: 2000), to: PeerID(rawValue: [9])))
    }

    @Test func `a process that reconnects is welcomed`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one", incarnation: 4)
        let held = [AttemptProgress(attempt: Attempt(1, of: first), point: nil)]
        let directives = stage.handle(
            try impostor(stage, of: "one", incarnation: 4, holding: held), at: .seconds(1))
        #expect(
            directives.first
                == .send(
                    .welcome(study: "small", renewalInterval: 2000), to: PeerID(rawValue: [9])))
        #expect(stage.coordinator.study[first]?.losses == 0)
    }

    @Test func `a worker is no longer known at the address that it left`() throws {
        var stage = try Stage(trials: 5)
        try stage.join("one", incarnation: 4)
        _ = stage.handle(try impostor(stage, of: "one", incarnation: 4), at: .seconds(1))
        #expect(stage.coordinator.worker(at: PeerID(rawValue: [9])) == (try stage.worker("one")))
        #expect(!stage.coordinator.knows(stage.peer("one")))
        let directives = stage.handle(
            .received(.progress(holding: []), from: stage.peer("one")), at: .seconds(2))
        #expect(directives == [.send(.identify, to: stage.peer("one"))])
        // What becomes of the former connection does not concern the new one.
        _ = stage.handle(.unreachable(stage.peer("one")), at: .seconds(3))
        #expect(stage.coordinator.knows(PeerID(rawValue: [9])))
    }

    @Test func `a peer's text fills only one line of the log`() {
        let text = "no\n2026-11-24 error: \u{1B}[31mall lost" + String(repeating: "é", count: 5000)
        let words = "\(Coordinator.Notice.garbled(reason: text))"
        #expect(words.count < 400)
        #expect(words.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        #expect(words.contains("[31m"))
    }
}
