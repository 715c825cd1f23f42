import Studies
import Trials
import WireProtocol

/// Handles the messages of workers.
extension Coordinator {
    mutating func receive(
        _ message: WorkerMessage, from peer: PeerID, at now: Instant,
        into directives: inout [Directive]
    ) {
        if case .hello(let worker, let incarnation, let capacity, let holding) = message {
            let entry = RosterEntry(
                worker: worker, peer: peer, incarnation: incarnation, capacity: capacity,
                lastHeard: now)
            return admit(entry, holding: holding, at: now, into: &directives)
        }
        guard let entry = roster[peer] else {
            directives.append(.send(.identify, to: peer))
            return
        }
        roster.hear(entry.worker, at: now)
        if !silences.isEmpty { silences[entry.worker] = nil }
        switch message {
        case .hello: break
        case .progress(let holding):
            renew(holding, of: entry, at: now, into: &directives)
            // The first `drain` or `finished` message may have been lost.
            bidFarewell(to: entry.peer, into: &directives)
        case .report(let trial, let attempt, let report):
            take(report, of: trial, attempt, from: entry, at: now, into: &directives)
        case .release(let trial, let attempt, let reason, let cause):
            let lost = LostLease(trial: trial, attempt: attempt, cause: cause, words: reason)
            release(lost, from: entry, at: now, into: &directives)
        case .fetch(let dataset, let offset):
            directives.append(.sendChunk(of: dataset, offset: offset, to: peer))
        case .goodbye:
            dismiss(entry, at: now, into: &directives)
        }
        if isSilent(entry, at: now) || study.isSuspended(entry.worker) {
            lease(to: entry.worker, at: now, into: &directives)
        }
    }

    /// Admits a worker; leases of its name that it does not hold belonged to an earlier process.
    private mutating func admit(
        _ entry: RosterEntry, holding: [AttemptProgress], at now: Instant,
        into directives: inout [Directive]
    ) {
        let known = roster[entry.worker]
        let isSameProcess = known?.incarnation == entry.incarnation
        if let known, known.peer != entry.peer, !isSameProcess, !isSilent(known, at: now) {
            return doubt(entry, beside: known, into: &directives)
        }
        var entry = entry
        entry.leased = leases.held(by: entry.worker).map(\.trial)
        roster.admit(entry)
        directives.append(
            .send(
                .welcome(
                    study: study.definition.name,
                    renewalInterval: Int(settings.renewalInterval / .milliseconds(1)),
                    guards: settings.guards),
                to: entry.peer))
        if known?.peer != entry.peer || !isSameProcess {
            directives.append(.note(.joined(entry.worker, capacity: entry.capacity)))
            let unheld = leases.held(by: entry.worker).filter { lease in
                !holding.contains { $0.matches(lease) }
            }
            loseUnheld(unheld, isSameProcess: isSameProcess, at: now, into: &directives)
        }
        silences[entry.worker] = nil
        renew(holding, of: entry, at: now, into: &directives)
        if isDraining || isFinished {
            bidFarewell(to: entry.peer, into: &directives)
        } else {
            refill([entry.worker], at: now, into: &directives)
        }
    }

    /// Refuses a process if another process with the same name was heard of recently.
    ///
    /// The known process is asked to identify itself. It answers, or it turns out to be gone, or it
    /// stays silent for the duration of a lease; until then the new process repeats its hello.
    /// Otherwise two processes would take the name from each other, and each would lose the other's
    /// attempts.
    private func doubt(
        _ newcomer: RosterEntry, beside known: RosterEntry, into directives: inout [Directive]
    ) {
        let reason = """
            another process works as \(known.worker.rawValue): name this one otherwise, or wait \
            until that one is gone
            """
        directives.append(.send(.identify, to: known.peer))
        directives.append(.send(.refused(reason: reason), to: newcomer.peer))
    }

    /// Tells a worker to leave, if the study is drained or finished.
    private func bidFarewell(to peer: PeerID, into directives: inout [Directive]) {
        if isDraining {
            directives.append(.send(.drain, to: peer))
        } else if isFinished {
            directives.append(.send(.finished, to: peer))
        }
    }

    private mutating func renew(
        _ holding: [AttemptProgress], of entry: RosterEntry, at now: Instant,
        into directives: inout [Directive]
    ) {
        for held in holding {
            if let lease = leases[held.trial], held.matches(lease), lease.worker == entry.worker {
                leases.renew(held.trial, until: now + settings.leaseDuration)
                tellCap(of: lease, to: entry, into: &directives)
            } else if study[held.trial].map(\.isOver) ?? true {
                directives.append(
                    .send(.revoke(trial: held.trial, attempt: held.attempt), to: entry.peer))
            }
        }
    }

    private mutating func release(
        _ lost: LostLease, from entry: RosterEntry, at now: Instant,
        into directives: inout [Directive]
    ) {
        // A worker that gives a lease back for a reason other than its task is about to leave.
        if lost.cause != .refused { roster.markLeaving(entry.worker) }
        guard let lease = leases[lost.trial], lease.attempt == lost.attempt,
            lease.worker == entry.worker
        else { return }
        if lost.cause != .returned {
            directives.append(.note(.released(lost.trial, entry.worker, reason: lost.words)))
        }
        lose(lease, lost.cause.lossReason, at: now, into: &directives)
        leaseToAll(at: now, into: &directives)
    }

    private mutating func dismiss(
        _ entry: RosterEntry, at now: Instant, into directives: inout [Directive]
    ) {
        roster.dismiss(entry.worker)
        directives.append(.note(.left(entry.worker)))
        for lease in leases.held(by: entry.worker) {
            lose(lease, .returned, at: now, into: &directives)
        }
        leaseToAll(at: now, into: &directives)
    }
}

/// A lease that its worker gives back.
private struct LostLease {
    let trial: TrialID
    let attempt: AttemptNumber
    let cause: ReleaseCause
    let words: String
}

extension ReleaseCause {
    fileprivate var lossReason: LossReason {
        switch self {
        case .refused: .refused
        case .returned: .returned
        case .memory: .memory
        case .time: .time
        case .stall: .stall
        }
    }
}

extension AttemptProgress {
    func matches(_ lease: Lease) -> Bool {
        trial == lease.trial && attempt == lease.attempt
    }
}
