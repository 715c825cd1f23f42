package import Trials
import WireProtocol

/// Decides what a worker trains, which messages it sends, and when it leaves.
///
/// Like the coordinator, it performs no input or output and reads no clock. It outlives the
/// coordinator: it continues to train while the coordinator is silent, keeps every report until it
/// is acknowledged, and says hello with its attempts to any coordinator that asks.
package struct WorkerSession: Sendable {
    /// The attempts of the worker, oldest first.
    package internal(set) var held: [HeldAttempt] = []

    let worker: WorkerID
    let incarnation: Int
    let slots: Int
    var isWelcome = false
    var isDraining = false
    var hasLeft = false
    var renewalInterval = CoordinationLimits.helloInterval
    var nextRenewal = Instant.zero
    var readyDatasets: [DatasetDigest] = []
    /// Datasets that were requested and are not ready yet.
    var pendingLoads: [DatasetDigest] = []
    var transfer: DatasetTransfer?
    var guards = TrialGuards.unguarded
    var latestRefusal: String?

    /// Begins a session that trains at most `slots` attempts at once.
    ///
    /// One more attempt is held in reserve, so that a slot never waits for the network.
    ///
    /// - Precondition: `slots` is positive.
    package init(worker: WorkerID, incarnation: Int, slots: Int) {
        precondition(slots > 0, "a worker cannot have \(slots) slots")
        self.worker = worker
        self.incarnation = incarnation
        self.slots = slots
    }

    /// When `deadlineReached` must be handled; `nil` after the worker has left.
    package var nextDeadline: Instant? { hasLeft ? nil : nextRenewal }

    /// Handles an input and returns the directives to carry out.
    package mutating func handle(_ input: Input, at now: Instant) -> [Directive] {
        guard !hasLeft else { return [] }
        var turn = Turn<Directive>(at: now)
        switch input {
        case .received(let message): receive(message, in: &turn)
        case .advanced(let attempt, let point):
            update(attempt) { $0.point = point }
        case .trained(let attempt, let report):
            finish(attempt, with: report, in: &turn)
        case .loaded(let dataset):
            pendingLoads.removeAll { $0 == dataset }
            if transfer?.dataset == dataset { transfer = nil }
            readyDatasets.append(dataset)
        case .unloadable(let dataset, let reason):
            refuse(dataset, reason, in: &turn)
        case .deadlineReached: speak(in: &turn)
        case .drainRequested: drain(in: &turn)
        case .leaveRequested: leave(in: &turn)
        case .overran(let attempt, let limit, let reason):
            giveUp(attempt, limit, reason, in: &turn)
        }
        startTraining(in: &turn)
        leaveIfDone(in: &turn)
        return turn.directives
    }

    /// Sends a report with the recorded excerpt of its curve, and keeps it until it is
    /// acknowledged.
    private mutating func finish(
        _ attempt: Attempt, with report: TrainingReport,
        in turn: inout Turn<Directive>
    ) {
        var report = report
        update(attempt) { held in
            report = report.excerpt(target: held.task.target)
            held.stage = .finished(report)
        }
        turn.add(.send(.report(attempt: attempt, report: report)))
    }

    mutating func update(_ attempt: Attempt, _ change: (inout HeldAttempt) -> Void) {
        let index = held.firstIndex { $0.attempt == attempt }
        if let index { change(&held[index]) }
    }

    /// Says hello until welcomed; then renews the leases and repeats unacknowledged reports.
    private mutating func speak(in turn: inout Turn<Directive>) {
        guard nextRenewal <= turn.instant else { return }
        nextRenewal = turn.instant + renewalInterval
        let holding = held.map(\.progress)
        guard isWelcome else {
            turn.add(.send(hello))
            return
        }
        turn.add(.send(.progress(holding: holding)))
        for one in held {
            if case .finished(let report) = one.stage {
                turn.add(
                    .send(
                        .report(attempt: one.attempt, report: report)))
            }
        }
        if let transfer, transfer.isOverdue(at: turn.instant) { fetch(transfer, in: &turn) }
    }

    var hello: WorkerMessage {
        .hello(
            worker: worker, incarnation: incarnation, capacity: slots + 1,
            holding: held.map(\.progress))
    }

    /// Finishes and delivers the running trainings, and begins no others.
    ///
    /// Waiting attempts are given back at once. They are still renewed until `goodbye`, because the
    /// release may be lost: without renewals the lease would expire and count as lost.
    mutating func drain(in turn: inout Turn<Directive>) {
        if !isDraining {
            for one in held where one.isWaiting {
                giveBack(one, in: &turn)
            }
        }
        isDraining = true
        transfer = nil
    }

    func giveBack(_ one: HeldAttempt, in turn: inout Turn<Directive>) {
        turn.add(
            .send(
                .release(
                    attempt: one.attempt, reason: "the worker leaves",
                    cause: .returned)))
    }

    /// Stops the running trainings and leaves.
    private mutating func leave(in turn: inout Turn<Directive>) {
        for one in held where one.isTraining {
            turn.add(.abort(one.attempt))
        }
        isDraining = true
        hasLeft = true
        turn.add(.send(.goodbye))
        turn.add(.leave)
    }

    /// Reports why a training is given up, and leaves.
    ///
    /// Its thread cannot be stopped, and its memory cannot be freed, without ending the process.
    private mutating func giveUp(
        _ attempt: Attempt, _ limit: TrialGuard, _ reason: String,
        in turn: inout Turn<Directive>
    ) {
        if held.contains(where: { $0.attempt == attempt }) {
            turn.add(.send(.release(attempt: attempt, reason: reason, cause: .broke(limit))))
        }
        leave(in: &turn)
    }

    private mutating func leaveIfDone(in turn: inout Turn<Directive>) {
        guard isDraining, !hasLeft, held.allSatisfy(\.isWaiting) else { return }
        hasLeft = true
        turn.add(.send(.goodbye))
        turn.add(.leave)
    }
}
