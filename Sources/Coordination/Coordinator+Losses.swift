import Studies
import Trials

/// What happens to leases that end without a report, and who is to blame.
extension Coordinator {
    mutating func expire(at now: Instant, into directives: inout [Directive]) {
        let expired = leases.expire(at: now)
        // All are judged before it is noted that one is blamed.
        let reasons = expired.map { blame(.silence, for: $0, among: expired) }
        for (lease, reason) in zip(expired, reasons) {
            if reason == .silence { silences[lease.worker, default: 0] += 1 }
            lose(lease, reason, at: now, into: &directives)
        }
        leaseToAll(at: now, into: &directives)
    }

    /// Gives up what a worker had whose process is another one now.
    mutating func loseUnheld(
        _ unheld: [Lease], isSameProcess: Bool, at now: Instant, into directives: inout [Directive]
    ) {
        for lease in unheld {
            // A process that lives and does not know of a lease never got it.
            let reason =
                isSameProcess ? .unstarted : blame(.restart, for: lease, among: unheld)
            lose(lease, reason, at: now, into: &directives)
        }
    }

    /// Says what a loss may be blamed on: not on a trial that was held in reserve, and not where
    /// the coordinator itself was stopped, perhaps with everything else.
    private func blame(
        _ reason: LossReason, for lease: Lease, among ended: [Lease]
    ) -> LossReason {
        if lease.isInherited { return .interrupted }
        let live = leases.held(by: lease.worker).filter { !ended.contains($0) }
        let all = (ended.filter { $0.worker == lease.worker } + live).sorted { $0.order < $1.order }
        // What expires later, of a worker that is silent already, waited behind what has expired.
        let begun = all.prefix(max(0, lease.slots - silences[lease.worker, default: 0]))
        return begun.contains(lease) ? reason : .unstarted
    }

    /// Records that an attempt ended without a report; too many of them end the trial, or put the
    /// worker aside.
    mutating func lose(
        _ lease: Lease, _ reason: LossReason, at now: Instant, into directives: inout [Directive]
    ) {
        leases.end(lease.trial)
        roster.remove(lease.trial, from: lease.worker)
        record(
            .lost(
                trial: lease.trial, attempt: lease.attempt, worker: lease.worker, reason: reason),
            into: &directives)
        directives.append(.note(.lost(lease.trial, lease.attempt, lease.worker, reason)))
        considerSuspending(lease.worker, at: now, into: &directives)
        guard let known = study[lease.trial],
            known.losses >= settings.attemptLimit
                || known.unwishedLosses.count >= settings.unwishedLimit
        else { return }
        record(
            .abandoned(trial: lease.trial, attempts: known.attempts), into: &directives)
        directives.append(.note(.abandoned(lease.trial, reason)))
    }

    /// Puts a worker aside that loses one trial after another, where others get on.
    private mutating func considerSuspending(
        _ worker: WorkerID, at now: Instant, into directives: inout [Directive]
    ) {
        guard let standing = study.workerStandings[worker] else { return }
        let othersReports = study.reports - standing.reportsBefore
        if standing.isSuspended {
            probations[worker] = now + settings.probation
        } else if standing.lost.count >= settings.streakLimit,
            othersReports >= settings.streakLimit
        {
            let losses = standing.lost.count
            record(.suspended(worker: worker, losses: losses), into: &directives)
            directives.append(.note(.suspended(worker, losses: losses)))
            probations[worker] = now + settings.probation
        }
    }

    /// How many leases a worker may have: none while it is put aside, then one to prove itself;
    /// all that it takes where there is nobody else, so that a study always goes on.
    func capacity(of entry: RosterEntry, at now: Instant) -> Int {
        guard !entry.isLeaving else { return 0 }
        guard study.isSuspended(entry.worker), hasSoundWorker(at: now) else {
            return entry.capacity
        }
        return (probations[entry.worker] ?? now) <= now ? 1 : 0
    }

    /// Tells whether there is a worker that is neither put aside nor silent, nor about to leave.
    func hasSoundWorker(besides other: WorkerID? = nil, at now: Instant) -> Bool {
        roster.order.contains { worker in
            guard worker != other, !study.isSuspended(worker), let entry = roster[worker] else {
                return false
            }
            return !entry.isLeaving && !isSilent(entry, at: now)
        }
    }
}
