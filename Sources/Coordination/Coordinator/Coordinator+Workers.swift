import Studies
import Trials
import WireProtocol

/// Handles the messages of workers.
extension Coordinator {
    mutating func receive(
        _ message: WorkerMessage, from peer: PeerID, in turn: inout Turn<Directive>
    ) {
        if case .hello(let worker, let incarnation, let capacity, let holding) = message {
            let entry = RosterEntry(
                worker: worker, peer: peer, incarnation: incarnation, capacity: capacity,
                lastHeard: turn.instant)
            return admit(entry, holding: holding, in: &turn)
        }
        guard let entry = roster[peer] else {
            turn.add(.send(.identify, to: peer))
            return
        }
        roster.hear(entry.worker, at: turn.instant)
        if !silences.isEmpty { silences[entry.worker] = nil }
        switch message {
        case .hello: break
        case .progress(let holding):
            renew(holding, of: entry, in: &turn)
            // The first `drain` or `finished` message may have been lost.
            bidFarewell(to: entry.peer, in: &turn)
        case .report(let attempt, let report):
            take(report, of: attempt, from: entry, in: &turn)
        case .release(let attempt, let reason, let cause):
            let lost = LostLease(attempt: attempt, cause: cause, words: reason)
            release(lost, from: entry, in: &turn)
        case .fetch(let dataset, let offset):
            turn.add(.sendChunk(of: dataset, offset: offset, to: peer))
        case .goodbye:
            dismiss(entry, in: &turn)
        }
        if isSilent(entry, at: turn.instant) || study.isSuspended(entry.worker) {
            lease(to: entry.worker, in: &turn)
        }
    }

    /// Admits a worker; leases of its name that it does not hold belonged to an earlier process.
    private mutating func admit(
        _ entry: RosterEntry, holding: [AttemptProgress], in turn: inout Turn<Directive>
    ) {
        let known = roster[entry.worker]
        let isSameProcess = known?.incarnation == entry.incarnation
        if let known, known.peer != entry.peer, !isSameProcess, !isSilent(known, at: turn.instant) {
            return doubt(entry, beside: known, in: &turn)
        }
        var entry = entry
        entry.leased = leases.held(by: entry.worker).map(\.trial)
        roster.admit(entry)
        turn.add(
            .send(
                .welcome(
                    study: study.definition.name,
                    renewalInterval: Int(settings.renewalInterval / .milliseconds(1)),
                    guards: settings.guards),
                to: entry.peer))
        if known?.peer != entry.peer || !isSameProcess {
            turn.add(.note(.joined(entry.worker, capacity: entry.capacity)))
            let unheld = leases.held(by: entry.worker).filter { lease in
                !holding.contains { $0.attempt == lease.attempt }
            }
            loseUnheld(unheld, isSameProcess: isSameProcess, in: &turn)
        }
        silences[entry.worker] = nil
        renew(holding, of: entry, in: &turn)
        if isDraining || isFinished {
            bidFarewell(to: entry.peer, in: &turn)
        } else {
            refill([entry.worker], in: &turn)
        }
    }

    /// Refuses a process if another process with the same name was heard of recently.
    ///
    /// The known process is asked to identify itself. It answers, or it turns out to be gone, or it
    /// stays silent for the duration of a lease; until then the new process repeats its hello.
    /// Otherwise two processes would take the name from each other, and each would lose the other's
    /// attempts.
    private func doubt(
        _ newcomer: RosterEntry, beside known: RosterEntry, in turn: inout Turn<Directive>
    ) {
        let reason = """
            another process works as \(known.worker.rawValue): name this one otherwise, or wait \
            until that one is gone
            """
        turn.add(.send(.identify, to: known.peer))
        turn.add(.send(.refused(reason: reason), to: newcomer.peer))
    }

    /// Tells a worker to leave, if the study is drained or finished.
    private func bidFarewell(to peer: PeerID, in turn: inout Turn<Directive>) {
        if isDraining {
            turn.add(.send(.drain, to: peer))
        } else if isFinished {
            turn.add(.send(.finished, to: peer))
        }
    }

    private mutating func renew(
        _ holding: [AttemptProgress], of entry: RosterEntry, in turn: inout Turn<Directive>
    ) {
        for held in holding {
            if let lease = leases[held.attempt.trial], lease.attempt == held.attempt,
                lease.worker == entry.worker
            {
                leases.renew(held.attempt.trial, until: turn.instant + settings.leaseDuration)
                tellCap(of: lease, to: entry, in: &turn)
            } else if study[held.attempt.trial].map(\.isOver) ?? true {
                turn.add(.send(.revoke(attempt: held.attempt), to: entry.peer))
            }
        }
    }

    private mutating func release(
        _ lost: LostLease, from entry: RosterEntry, in turn: inout Turn<Directive>
    ) {
        // A worker that gives a lease back for a reason other than its task is about to leave.
        if lost.cause != .refused { roster.markLeaving(entry.worker) }
        guard let lease = leases[lost.attempt.trial], lease.attempt == lost.attempt,
            lease.worker == entry.worker
        else { return }
        if lost.cause != .returned {
            turn.add(.note(.released(lost.attempt.trial, entry.worker, reason: lost.words)))
        }
        lose(lease, .released(lost.cause), in: &turn)
        leaseToAll(in: &turn)
    }

    private mutating func dismiss(_ entry: RosterEntry, in turn: inout Turn<Directive>) {
        roster.dismiss(entry.worker)
        turn.add(.note(.left(entry.worker)))
        for lease in leases.held(by: entry.worker) {
            lose(lease, .released(.returned), in: &turn)
        }
        leaseToAll(in: &turn)
    }
}

/// A lease that its worker gives back.
private struct LostLease {
    let attempt: Attempt
    let cause: ReleaseCause
    let words: String
}
