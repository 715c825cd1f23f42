import Trials
import WireProtocol

/// Handles the messages of the coordinator.
extension WorkerSession {
    mutating func receive(_ message: CoordinatorMessage, in turn: inout Turn<Directive>) {
        switch message {
        case .welcome(_, let interval, let guards):
            if guards != self.guards { turn.add(.watch(guards)) }
            self.guards = guards
            isWelcome = true
            renewalInterval = .milliseconds(interval)
            nextRenewal = turn.instant
        case .identify: turn.add(.send(hello))
        case .lease(let attempt, let task):
            accept(HeldAttempt(attempt: attempt, task: task), in: &turn)
        case .acknowledge(let attempt):
            held.removeAll { $0.attempt == attempt && !$0.isTraining }
        case .revoke(let attempt): drop(attempt, in: &turn)
        case .cap(let attempt, let cap):
            lower(attempt, to: cap, in: &turn)
        case .chunk(let dataset, let offset, let total, let bytes):
            take(bytes, of: dataset, at: offset, total: total, in: &turn)
        case .drain: drain(in: &turn)
        case .finished:
            for one in held { drop(one.attempt, in: &turn) }
            isDraining = true
        case .refused(let reason):
            // A repeated message is refused repeatedly; the reason is shown once.
            if reason != latestRefusal { turn.add(.note("refused: \(reason)")) }
            latestRefusal = reason
        }
    }

    /// Accepts a lease; a repeated one is ignored.
    ///
    /// A lease that arrives after the decision to leave is given back and never begun.
    private mutating func accept(_ leased: HeldAttempt, in turn: inout Turn<Directive>) {
        let isKnown = held.contains {
            $0.attempt == leased.attempt
        }
        guard !isKnown else { return }
        held.append(leased)
        if isDraining { giveBack(leased, in: &turn) }
    }

    private mutating func lower(_ attempt: Attempt, to cap: Int, in turn: inout Turn<Directive>) {
        update(attempt) { held in
            held.task = held.task.capped(at: cap)
            if held.isTraining { turn.add(.cap(attempt, cap)) }
        }
    }

    private mutating func drop(_ attempt: Attempt, in turn: inout Turn<Directive>) {
        let index = held.firstIndex { $0.attempt == attempt }
        guard let index else { return }
        if held.remove(at: index).isTraining {
            turn.add(.abort(attempt))
        }
    }

    private mutating func take(
        _ bytes: [UInt8], of dataset: DatasetDigest, at offset: Int, total: Int,
        in turn: inout Turn<Directive>
    ) {
        guard var current = transfer, current.dataset == dataset,
            current.take(bytes, at: offset)
        else { return }
        if current.bytes.count >= total {
            transfer = nil
            turn.add(.load(dataset, bytes: current.bytes))
        } else {
            fetch(current, in: &turn)
        }
    }

    /// Requests the next part of a dataset.
    mutating func fetch(_ current: DatasetTransfer, in turn: inout Turn<Directive>) {
        transfer = current
        transfer?.requestedAt = turn.instant
        turn.add(.send(.fetch(dataset: current.dataset, offset: current.bytes.count)))
    }

    /// Starts waiting attempts while there are free slots; requests a dataset that is missing.
    mutating func startTraining(in turn: inout Turn<Directive>) {
        var free = isDraining ? 0 : slots - held.count(where: \.isTraining)
        for index in held.indices where free > 0 && held[index].isWaiting {
            let one = held[index]
            if readyDatasets.contains(one.task.dataset) {
                held[index].stage = .training
                free -= 1
                turn.add(.train(one.attempt, one.task))
            } else if transfer == nil, !pendingLoads.contains(one.task.dataset) {
                pendingLoads.append(one.task.dataset)
                fetch(
                    DatasetTransfer(dataset: one.task.dataset, requestedAt: turn.instant),
                    in: &turn
                )
            }
        }
    }

    /// Gives back every lease whose dataset cannot be loaded.
    mutating func refuse(
        _ dataset: DatasetDigest, _ reason: String, in turn: inout Turn<Directive>
    ) {
        pendingLoads.removeAll { $0 == dataset }
        for one in held where one.task.dataset == dataset {
            turn.add(
                .send(
                    .release(attempt: one.attempt, reason: reason)))
        }
        held.removeAll { $0.task.dataset == dataset }
        turn.add(.note(reason))
    }
}
