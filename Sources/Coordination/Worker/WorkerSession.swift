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
        var directives: [Directive] = []
        guard !hasLeft else { return directives }
        switch input {
        case .received(let message): receive(message, at: now, into: &directives)
        case .advanced(let trial, let attempt, let point):
            update(trial, attempt) { $0.point = point }
        case .trained(let trial, let attempt, let report):
            finish(trial, attempt, with: report, into: &directives)
        case .loaded(let dataset):
            pendingLoads.removeAll { $0 == dataset }
            if transfer?.dataset == dataset { transfer = nil }
            readyDatasets.append(dataset)
        case .unloadable(let dataset, let reason):
            refuse(dataset, reason, into: &directives)
        case .deadlineReached: speak(at: now, into: &directives)
        case .drainRequested: drain(into: &directives)
        case .leaveRequested: leave(into: &directives)
        case .overran(let trial, let attempt, let cause, let reason):
            giveUp(trial, attempt, cause, reason, into: &directives)
        }
        startTraining(at: now, into: &directives)
        leaveIfDone(into: &directives)
        return directives
    }

    /// Sends a report with the recorded excerpt of its curve, and keeps it until it is
    /// acknowledged.
    private mutating func finish(
        _ trial: TrialID, _ attempt: AttemptNumber, with report: TrainingReport,
        into directives: inout [Directive]
    ) {
        var report = report
        update(trial, attempt) { held in
            report = report.excerpt(target: held.task.target)
            held.stage = .finished(report)
        }
        directives.append(.send(.report(trial: trial, attempt: attempt, report: report)))
    }

    mutating func update(
        _ trial: TrialID, _ attempt: AttemptNumber, _ change: (inout HeldAttempt) -> Void
    ) {
        let index = held.firstIndex { $0.trial == trial && $0.attempt == attempt }
        if let index { change(&held[index]) }
    }

    /// Says hello until welcomed; then renews the leases and repeats unacknowledged reports.
    private mutating func speak(at now: Instant, into directives: inout [Directive]) {
        guard nextRenewal <= now else { return }
        nextRenewal = now + renewalInterval
        let holding = held.map(\.progress)
        guard isWelcome else {
            directives.append(.send(hello))
            return
        }
        directives.append(.send(.progress(holding: holding)))
        for attempt in held {
            if case .finished(let report) = attempt.stage {
                directives.append(
                    .send(
                        .report(trial: attempt.trial, attempt: attempt.attempt, report: report)))
            }
        }
        if let transfer, transfer.isOverdue(at: now) { fetch(transfer, at: now, &directives) }
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
    mutating func drain(into directives: inout [Directive]) {
        if !isDraining {
            for attempt in held where attempt.isWaiting {
                giveBack(attempt, into: &directives)
            }
        }
        isDraining = true
        transfer = nil
    }

    func giveBack(_ attempt: HeldAttempt, into directives: inout [Directive]) {
        directives.append(
            .send(
                .release(
                    trial: attempt.trial, attempt: attempt.attempt, reason: "the worker leaves",
                    cause: .returned)))
    }

    /// Stops the running trainings and leaves.
    private mutating func leave(into directives: inout [Directive]) {
        for attempt in held where attempt.isTraining {
            directives.append(.abort(attempt.trial, attempt.attempt))
        }
        isDraining = true
        hasLeft = true
        directives.append(.send(.goodbye))
        directives.append(.leave)
    }

    /// Reports why a training is given up, and leaves.
    ///
    /// Its thread cannot be stopped, and its memory cannot be freed, without ending the process.
    private mutating func giveUp(
        _ trial: TrialID, _ attempt: AttemptNumber, _ cause: ReleaseCause, _ reason: String,
        into directives: inout [Directive]
    ) {
        if held.contains(where: { $0.trial == trial && $0.attempt == attempt }) {
            directives.append(
                .send(.release(trial: trial, attempt: attempt, reason: reason, cause: cause)))
        }
        leave(into: &directives)
    }

    private mutating func leaveIfDone(into directives: inout [Directive]) {
        guard isDraining, !hasLeft, held.allSatisfy(\.isWaiting) else { return }
        hasLeft = true
        directives.append(.send(.goodbye))
        directives.append(.leave)
    }
}
