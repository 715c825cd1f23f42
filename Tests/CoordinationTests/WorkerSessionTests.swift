import Coordination
import Randomness
import Testing
import Trials
import WireProtocol

@Suite struct WorkerSessionTests {
    private let trial = TrialID(rawValue: 1)
    private let attempt = Attempt(1, of: TrialID(rawValue: 1))
    private let report = TrainingReport.reached(connections: 9)

    private func session(slots: Int = 1) throws -> WorkerSession {
        WorkerSession(
            worker: try #require(WorkerID(rawValue: "one")), incarnation: 5, slots: slots)
    }

    private func hello(_ holding: [AttemptProgress] = []) throws -> WorkerSession.Directive {
        .send(
            .hello(
                worker: try #require(WorkerID(rawValue: "one")), incarnation: 5, capacity: 2,
                holding: holding))
    }

    private func task(seed: UInt64 = 1) throws -> TrainingTask {
        TrainingTask(
            schedule: GrowthSchedule(),
            dataset: try #require(DatasetDigest(rawValue: String(repeating: "cd", count: 32))),
            split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)),
            target: TargetScore(metric: .accuracy, value: 0.9), seed: Seed(rawValue: seed))
    }

    /// A welcomed session with its dataset, which trains the first trial.
    private func training() throws -> WorkerSession {
        var session = try session()
        let task = try task()
        _ = session.handle(.received(.welcome(study: "s", renewalInterval: 1000)), at: .zero)
        _ = session.handle(.received(.lease(attempt: attempt, task: task)), at: .zero)
        #expect(session.handle(.loaded(task.dataset), at: .zero) == [.train(attempt, task)])
        return session
    }

    @Test func `a session says hello until it is welcomed`() throws {
        var session = try session()
        #expect(session.handle(.deadlineReached, at: .zero) == [try hello()])
        #expect(session.handle(.deadlineReached, at: .zero).isEmpty)
        #expect(session.handle(.deadlineReached, at: .seconds(1)) == [try hello()])
        _ = session.handle(
            .received(.welcome(study: "s", renewalInterval: 1000)), at: .seconds(1))
        #expect(
            session.handle(.deadlineReached, at: .seconds(1)) == [
                .send(.progress(holding: []))
            ])
    }

    @Test func `a dataset that is missing is fetched part by part, then loaded`() throws {
        var session = try session()
        let task = try task()
        #expect(
            session.handle(.received(.lease(attempt: attempt, task: task)), at: .zero)
                == [.send(.fetch(dataset: task.dataset, offset: 0))])
        func chunk(_ offset: Int, _ bytes: [UInt8]) -> WorkerSession.Input {
            .received(.chunk(dataset: task.dataset, offset: offset, total: 5, bytes: bytes))
        }
        #expect(
            session.handle(chunk(0, [1, 2, 3]), at: .zero)
                == [.send(.fetch(dataset: task.dataset, offset: 3))])
        #expect(session.handle(chunk(0, [1, 2, 3]), at: .zero).isEmpty)
        #expect(
            session.handle(chunk(3, [4, 5]), at: .zero)
                == [.load(task.dataset, bytes: [1, 2, 3, 4, 5])])
        #expect(session.handle(.loaded(task.dataset), at: .zero) == [.train(attempt, task)])
    }

    @Test func `a missing part is requested again`() throws {
        var session = try session()
        let task = try task()
        _ = session.handle(.received(.welcome(study: "s", renewalInterval: 1000)), at: .zero)
        _ = session.handle(.received(.lease(attempt: attempt, task: task)), at: .zero)
        let directives = session.handle(.deadlineReached, at: .seconds(6))
        #expect(directives.last == .send(.fetch(dataset: task.dataset, offset: 0)))
    }

    @Test func `leases of a dataset with a wrong digest are given back`() throws {
        var session = try session()
        let task = try task()
        _ = session.handle(.received(.lease(attempt: attempt, task: task)), at: .zero)
        #expect(
            session.handle(.unloadable(task.dataset, reason: "damaged"), at: .zero) == [
                .send(.release(attempt: attempt, reason: "damaged")),
                .note("damaged"),
            ])
        #expect(session.held.isEmpty)
    }

    @Test func `a report is repeated until it is acknowledged, and then discarded`() throws {
        var session = try training()
        let message = WorkerMessage.report(attempt: attempt, report: report)
        #expect(session.handle(.trained(attempt, report), at: .seconds(1)) == [.send(message)])
        let held = AttemptProgress(attempt: attempt)
        #expect(
            session.handle(.deadlineReached, at: .seconds(2)) == [
                .send(.progress(holding: [held])), .send(message),
            ])
        _ = session.handle(.received(.acknowledge(attempt: attempt)), at: .seconds(2))
        #expect(session.held.isEmpty)
        #expect(
            session.handle(.deadlineReached, at: .seconds(9)) == [.send(.progress(holding: []))])
    }

    @Test func `a report is sent with an excerpt of its curve, judged by the whole one`() throws {
        var session = try training()
        let whole = TrainingReport.withLongCurve
        let target = try task().target
        let sent = session.handle(.trained(attempt, whole), at: .zero)
        guard case .send(.report(_, let report))? = sent.first else {
            Issue.record("\(sent)")
            return
        }
        #expect(report.curve.count == CurveExcerpt.limit)
        #expect(report.course == TrainingCourse(of: whole.curve, target: target))
        #expect(session.held.map(\.stage) == [.finished(report)])
    }

    @Test func `a coordinator that lost the worker's state is told its attempts`() throws {
        var session = try training()
        let point = GrowthPoint(
            check: 3, epoch: 3, connections: 40, hiddenNodes: 2, validation: 0.5, multiplyAdds: 9)
        _ = session.handle(.advanced(attempt, point), at: .zero)
        #expect(
            session.handle(.received(.identify), at: .seconds(1)) == [
                try hello([AttemptProgress(attempt: attempt, point: point)])
            ])
    }

    @Test func `a reserved lease starts when a slot is free; a repeated one is ignored`() throws {
        var session = try training()
        let second = TrialID(rawValue: 2)
        let task = try task(seed: 2)
        let lease = WorkerSession.Input.received(
            .lease(attempt: Attempt(1, of: second), task: task))
        #expect(session.handle(lease, at: .zero).isEmpty)
        #expect(session.handle(lease, at: .zero).isEmpty)
        #expect(session.held.count == 2)
        #expect(
            session.handle(.trained(attempt, report), at: .zero) == [
                .send(.report(attempt: attempt, report: report)),
                .train(Attempt(1, of: second), task),
            ])
    }

    @Test func `a revoked attempt is aborted and discarded`() throws {
        var session = try training()
        #expect(
            session.handle(.received(.revoke(attempt: attempt)), at: .zero)
                == [.abort(attempt)])
        #expect(session.held.isEmpty)
    }

    @Test func `a drained worker finishes, delivers, is acknowledged and leaves`() throws {
        var session = try training()
        #expect(session.handle(.drainRequested, at: .zero).isEmpty)
        #expect(
            session.handle(.trained(attempt, report), at: .zero) == [
                .send(.report(attempt: attempt, report: report))
            ])
        #expect(
            session.handle(.received(.acknowledge(attempt: attempt)), at: .zero)
                == [.send(.goodbye), .leave])
        #expect(session.nextDeadline == nil)
        #expect(session.handle(.deadlineReached, at: .seconds(9)).isEmpty)
    }

    @Test func `a drained worker gives waiting trials back, and renews them until it leaves`()
        throws
    {
        var session = try training()
        let task = try task(seed: 2)
        let second = TrialID(rawValue: 2)
        let third = TrialID(rawValue: 3)
        func lease(_ trial: TrialID) -> WorkerSession.Input {
            .received(.lease(attempt: Attempt(1, of: trial), task: task))
        }
        #expect(session.handle(lease(second), at: .zero).isEmpty)
        func givingBack(_ trial: TrialID) -> WorkerSession.Directive {
            .send(
                .release(
                    attempt: Attempt(1, of: trial), reason: "the worker leaves",
                    cause: .returned))
        }
        #expect(session.handle(.drainRequested, at: .zero) == [givingBack(second)])
        #expect(session.handle(.drainRequested, at: .zero).isEmpty)
        #expect(session.handle(lease(third), at: .zero) == [givingBack(third)])
        let holding = [trial, second, third].map { AttemptProgress(attempt: Attempt(1, of: $0)) }
        #expect(
            session.handle(.deadlineReached, at: .seconds(1))
                == [.send(.progress(holding: holding))])
        #expect(
            session.handle(.trained(attempt, report), at: .seconds(2)) == [
                .send(.report(attempt: attempt, report: report))
            ])
        #expect(
            session.handle(.received(.acknowledge(attempt: attempt)), at: .seconds(2))
                == [.send(.goodbye), .leave])
    }

    @Test func `a worker that must leave now gives its trainings back, and leaves`() throws {
        var session = try training()
        #expect(
            session.handle(.leaveRequested, at: .zero) == [
                .abort(attempt), .send(.goodbye), .leave,
            ])
        #expect(session.handle(.trained(attempt, report), at: .zero).isEmpty)
    }

    @Test func `a training that broke a guard gives its cause, and its process ends`() throws {
        var session = try training()
        let reason = "trial 1 takes 900 MB"
        #expect(
            session.handle(.overran(attempt, .memory, reason: reason), at: .zero) == [
                .send(.release(attempt: attempt, reason: reason, cause: .broke(.memory))),
                .abort(attempt), .send(.goodbye), .leave,
            ])
        #expect(session.nextDeadline == nil)
    }

    @Test func `a training that hangs after it was revoked ends its process too`() throws {
        var session = try training()
        _ = session.handle(.received(.revoke(attempt: attempt)), at: .zero)
        #expect(
            session.handle(.overran(attempt, .stall, reason: "stuck"), at: .zero)
                == [.send(.goodbye), .leave])
    }

    @Test func `a welcome sets the guards once`() throws {
        var session = try session()
        let guards = TrialGuards(milliseconds: 5000, memory: 1_000_000_000)
        let welcome = WorkerSession.Input.received(
            .welcome(study: "s", renewalInterval: 1000, guards: guards))
        #expect(session.handle(welcome, at: .zero) == [.watch(guards)])
        #expect(session.handle(welcome, at: .zero).isEmpty)
    }

    @Test func `a lower cap reaches a training, and one that waits`() throws {
        var session = try training()
        let second = TrialID(rawValue: 2)
        let task = try task(seed: 2)
        _ = session.handle(
            .received(.lease(attempt: Attempt(1, of: second), task: task)), at: .zero)
        func cap(_ trial: TrialID, at cap: Int) -> WorkerSession.Input {
            .received(.cap(attempt: Attempt(1, of: trial), cap: cap))
        }
        #expect(session.handle(cap(trial, at: 80), at: .zero) == [.cap(attempt, 80)])
        #expect(session.handle(cap(second, at: 80), at: .zero).isEmpty)
        #expect(session.handle(cap(second, at: 90), at: .zero).isEmpty)
        #expect(
            session.handle(.trained(attempt, report), at: .zero).last
                == .train(Attempt(1, of: second), task.capped(at: 80)))
    }

    @Test func `a worker leaves when the study is over`() throws {
        var session = try training()
        #expect(
            session.handle(.received(.finished), at: .zero) == [
                .abort(attempt), .send(.goodbye), .leave,
            ])
    }
}
