import Coordination
import Studies
import Testing
import Trials
import WireProtocol

@Suite struct QuarantineTests {
    private let first = TrialID(rawValue: 1)

    /// The worker's attempts on a stage, as it would name them.
    private func held(_ stage: Stage, by name: String) throws -> [AttemptProgress] {
        let worker = try stage.worker(name)
        return stage.coordinator.study.openTrials.compactMap { record in
            guard case .running(let attempt, worker) = record.status else { return nil }
            return AttemptProgress(attempt: Attempt(trial: record.trial, number: attempt))
        }
    }

    /// A worker gives a trial back because it takes too much memory, and returns.
    @discardableResult
    private func overrun(
        _ stage: inout Stage, _ name: String, incarnation: Int, at now: Instant = .zero
    ) throws -> TrialID {
        let lost = try #require(try held(stage, by: name).first)
        _ = stage.handle(
            .received(
                .release(
                    attempt: lost.attempt, reason: "too large", cause: .broke(.memory)),
                from: stage.peer(name)), at: now)
        _ = stage.handle(.received(.goodbye, from: stage.peer(name)), at: now)
        try stage.join(name, incarnation: incarnation, at: now)
        return lost.attempt.trial
    }

    private func reportOne(
        _ stage: inout Stage, as name: String, at now: Instant = .zero
    ) throws {
        let next = try #require(try held(stage, by: name).first)
        _ = stage.handle(
            .received(
                .reporting(next.attempt.trial.rawValue, attempt: next.attempt.number.rawValue),
                from: stage.peer(name)), at: now)
    }

    @Test func `a trial that kills its workers is given up with the reason`() throws {
        var stage = try Stage(trials: 1, finalists: 0, replicates: 0)
        try stage.join("one")
        for incarnation in 2...4 { try overrun(&stage, "one", incarnation: incarnation) }
        let record = try #require(try stage.history[first])
        #expect(record.status == .abandoned)
        #expect(
            record.lostAttempts.map(\.reason) == [
                .released(.broke(.memory)), .released(.broke(.memory)), .released(.broke(.memory)),
            ])
        #expect(stage.coordinator.study.phase == .finished)
        #expect(try StudyState(replaying: stage.journal) == stage.coordinator.study)
    }

    @Test func `a trial in reserve is not blamed for the worker's death`() throws {
        var stage = try Stage(trials: 2)
        for incarnation in 1...4 { try stage.join("one", capacity: 2, incarnation: incarnation) }
        let reasons = try stage.history.trials.map { $0.lostAttempts.map(\.reason) }
        #expect(
            reasons == [[.restart, .restart, .restart], [.unstarted, .unstarted, .unstarted]])
        #expect(try stage.history[first]?.status == .abandoned)
        #expect(stage.coordinator.study[TrialID(rawValue: 2)]?.isOver == false)
    }

    @Test func `an attempt lost in a restart of the coordinator counts less`() throws {
        var stage = try Stage(trials: 1, finalists: 0, replicates: 0)
        for round in 1...12 {
            let isOver = stage.coordinator.study.ended(first) != nil
            #expect(!isOver, "given up after \(round - 1) rounds")
            // Everything is restarted: both sides have lost their state.
            stage.coordinator = try Coordinator(replaying: stage.journal, at: .zero)
            try stage.join("one", incarnation: round)
        }
        stage.coordinator = try Coordinator(replaying: stage.journal, at: .zero)
        try stage.join("one", incarnation: 13)
        let record = try #require(try stage.history[first])
        #expect(record.lostAttempts.allSatisfy { $0.reason == .interrupted })
        #expect(record.losses == 0)
        #expect(record.status == .abandoned)
    }

    @Test func `a lease from before a restart counts again once its worker sends a message`()
        throws
    {
        var stage = try Stage(trials: 1)
        try stage.join("one")
        let holding = try held(stage, by: "one")
        stage.coordinator = try Coordinator(replaying: stage.journal, at: .zero)
        try stage.join("one", holding: holding)
        try stage.join("one", incarnation: 2)
        #expect(stage.coordinator.study[first]?.lostAttempts.map(\.reason) == [.restart])
    }

    @Test func `only a worker that loses one trial after another is suspended`() throws {
        var stage = try suspending()
        let bad = try stage.worker("bad")
        #expect(stage.journal.contains(.suspended(worker: bad, losses: 5)))
        #expect(stage.coordinator.study.suspendedWorkers == [bad])
        #expect(try held(stage, by: "bad").isEmpty)
        try reportOne(&stage, as: "good")
        #expect(try held(stage, by: "good").count == 1)
        #expect(try StudyState(replaying: stage.journal) == stage.coordinator.study)
    }

    /// A stage whose worker "bad" has just been suspended, while "good" continues.
    private func suspending() throws -> Stage {
        var stage = try Stage(trials: 60)
        try stage.join("good")
        try stage.join("bad")
        var lost: Set<TrialID> = []
        for incarnation in 2...6 {
            lost.insert(try overrun(&stage, "bad", incarnation: incarnation))
            if incarnation < 6 { for _ in 1...2 { try reportOne(&stage, as: "good") } }
        }
        #expect(lost.count == 5)
        return stage
    }

    @Test func `a worker is not suspended if no other worker succeeds`() throws {
        var stage = try Stage(trials: 60)
        try stage.join("bad")
        for incarnation in 2...12 { try overrun(&stage, "bad", incarnation: incarnation) }
        #expect(stage.coordinator.study.suspendedWorkers.isEmpty)
        #expect(try held(stage, by: "bad").count == 1)
    }

    @Test func `a worker that was suspended gets one trial later, and all after a report`()
        throws
    {
        var stage = try suspending()
        let later = Instant.seconds(601)
        for name in ["good", "bad"] {
            let holding = try held(stage, by: name)
            _ = stage.handle(
                .received(.progress(holding: holding), from: stage.peer(name)), at: later)
        }
        #expect(try held(stage, by: "bad").count == 1)
        try reportOne(&stage, as: "bad", at: later)
        #expect(stage.coordinator.study.suspendedWorkers.isEmpty)
        #expect(try held(stage, by: "bad").count == 1)
    }

    @Test func `a worker that was suspended works if all others have left`() throws {
        var stage = try suspending()
        _ = stage.handle(.received(.goodbye, from: stage.peer("good")))
        #expect(try held(stage, by: "bad").count == 1)
    }

    @Test func `a worker that leaves gets no lease until it says hello`() throws {
        var stage = try Stage(trials: 9)
        try stage.join("one", capacity: 2)
        let reserve = try #require(try held(stage, by: "one").last)
        let directives = stage.handle(
            .received(
                .release(
                    attempt: reserve.attempt, reason: "the worker leaves",
                    cause: .returned), from: stage.peer("one")))
        let worker = try stage.worker("one")
        #expect(
            directives == [
                .record(
                    .lost(
                        attempt: reserve.attempt, worker: worker,
                        reason: .released(.returned))),
                .note(.lost(reserve.attempt, worker, .released(.returned))),
            ])
        try stage.join("one", capacity: 2, holding: try held(stage, by: "one"))
        #expect(try held(stage, by: "one").count == 2)
    }
}
