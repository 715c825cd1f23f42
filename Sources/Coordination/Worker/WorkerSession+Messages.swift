import Trials
import WireProtocol

/// Handles the messages of the coordinator.
extension WorkerSession {
    mutating func receive(
        _ message: CoordinatorMessage, at now: Instant, into directives: inout [Directive]
    ) {
        switch message {
        case .welcome(_, let interval, let guards):
            if guards != self.guards { directives.append(.watch(guards)) }
            self.guards = guards
            isWelcome = true
            renewalInterval = .milliseconds(interval)
            nextRenewal = now
        case .identify: directives.append(.send(hello))
        case .lease(let trial, let attempt, let task):
            accept(
                HeldAttempt(trial: trial, attempt: attempt, task: task), into: &directives)
        case .acknowledge(let trial, let attempt):
            held.removeAll { $0.trial == trial && $0.attempt == attempt && !$0.isTraining }
        case .revoke(let trial, let attempt): drop(trial, attempt, into: &directives)
        case .cap(let trial, let attempt, let cap):
            lower(trial, attempt, to: cap, into: &directives)
        case .chunk(let dataset, let offset, let total, let bytes):
            take(bytes, of: dataset, at: offset, total: total, now, into: &directives)
        case .drain: drain(into: &directives)
        case .finished:
            for attempt in held { drop(attempt.trial, attempt.attempt, into: &directives) }
            isDraining = true
        case .refused(let reason):
            // A repeated message is refused repeatedly; the reason is shown once.
            if reason != latestRefusal { directives.append(.note("refused: \(reason)")) }
            latestRefusal = reason
        }
    }

    /// Accepts a lease; a repeated one is ignored.
    ///
    /// A lease that arrives after the decision to leave is given back and never begun.
    private mutating func accept(_ leased: HeldAttempt, into directives: inout [Directive]) {
        let isKnown = held.contains {
            $0.trial == leased.trial && $0.attempt == leased.attempt
        }
        guard !isKnown else { return }
        held.append(leased)
        if isDraining { giveBack(leased, into: &directives) }
    }

    private mutating func lower(
        _ trial: TrialID, _ attempt: AttemptNumber, to cap: Int, into directives: inout [Directive]
    ) {
        update(trial, attempt) { held in
            held.task = held.task.capped(at: cap)
            if held.isTraining { directives.append(.cap(trial, attempt, cap)) }
        }
    }

    private mutating func drop(
        _ trial: TrialID, _ attempt: AttemptNumber, into directives: inout [Directive]
    ) {
        let index = held.firstIndex { $0.trial == trial && $0.attempt == attempt }
        guard let index else { return }
        if held.remove(at: index).isTraining {
            directives.append(.abort(trial, attempt))
        }
    }

    private mutating func take(
        _ bytes: [UInt8], of dataset: DatasetDigest, at offset: Int, total: Int, _ now: Instant,
        into directives: inout [Directive]
    ) {
        guard var current = transfer, current.dataset == dataset,
            current.take(bytes, at: offset)
        else { return }
        if current.bytes.count >= total {
            transfer = nil
            directives.append(.load(dataset, bytes: current.bytes))
        } else {
            fetch(current, at: now, &directives)
        }
    }

    /// Requests the next part of a dataset.
    mutating func fetch(
        _ current: DatasetTransfer, at now: Instant, _ directives: inout [Directive]
    ) {
        transfer = current
        transfer?.requestedAt = now
        directives.append(
            .send(.fetch(dataset: current.dataset, offset: current.bytes.count)))
    }

    /// Starts waiting attempts while there are free slots; requests a dataset that is missing.
    mutating func startTraining(at now: Instant, into directives: inout [Directive]) {
        var free = isDraining ? 0 : slots - held.count(where: \.isTraining)
        for index in held.indices where free > 0 && held[index].isWaiting {
            let attempt = held[index]
            if readyDatasets.contains(attempt.task.dataset) {
                held[index].stage = .training
                free -= 1
                directives.append(.train(attempt.trial, attempt.attempt, attempt.task))
            } else if transfer == nil, !pendingLoads.contains(attempt.task.dataset) {
                pendingLoads.append(attempt.task.dataset)
                fetch(
                    DatasetTransfer(dataset: attempt.task.dataset, requestedAt: now), at: now,
                    &directives)
            }
        }
    }

    /// Gives back every lease whose dataset cannot be loaded.
    mutating func refuse(
        _ dataset: DatasetDigest, _ reason: String, into directives: inout [Directive]
    ) {
        pendingLoads.removeAll { $0 == dataset }
        for attempt in held where attempt.task.dataset == dataset {
            directives.append(
                .send(
                    .release(trial: attempt.trial, attempt: attempt.attempt, reason: reason)))
        }
        held.removeAll { $0.task.dataset == dataset }
        directives.append(.note(reason))
    }
}
