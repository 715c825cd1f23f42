import Studies
import Trials

/// Handles leases that end without a report, and decides what is to blame.
extension Coordinator {
    mutating func expire(in turn: inout Turn<Directive>) {
        let expired = leases.expire(at: turn.instant)
        // All losses are judged before any of them is recorded.
        let reasons = expired.map { blame(.silence, for: $0, among: expired) }
        for (lease, reason) in zip(expired, reasons) {
            if reason == .silence { silences[lease.worker, default: 0] += 1 }
            lose(lease, reason, in: &turn)
        }
        leaseToAll(in: &turn)
    }

    /// Loses the leases that a worker no longer names after it said hello.
    mutating func loseUnheld(
        _ unheld: [Lease], isSameProcess: Bool, in turn: inout Turn<Directive>
    ) {
        for lease in unheld {
            // The same process does not know the lease, so the lease message never arrived.
            let reason =
                isSameProcess ? .unstarted : blame(.restart, for: lease, among: unheld)
            lose(lease, reason, in: &turn)
        }
    }

    /// The reason to record for a loss: a trial held in reserve is not blamed, nor is a trial whose
    /// lease was granted before the coordinator restarted.
    private func blame(
        _ reason: LossReason, for lease: Lease, among ended: [Lease]
    ) -> LossReason {
        if lease.isInherited { return .interrupted }
        let live = leases.held(by: lease.worker).filter { !ended.contains($0) }
        let all = (ended.filter { $0.worker == lease.worker } + live).sorted { $0.order < $1.order }
        // Leases that expire later, of a worker that is already silent, waited behind the expired
        // ones.
        let begun = all.prefix(max(0, lease.slots - silences[lease.worker, default: 0]))
        return begun.contains(lease) ? reason : .unstarted
    }

    /// Records that an attempt ended without a report.
    ///
    /// After too many losses the trial is given up, or the worker is suspended.
    mutating func lose(_ lease: Lease, _ reason: LossReason, in turn: inout Turn<Directive>) {
        leases.end(lease.trial)
        roster.remove(lease.trial, from: lease.worker)
        record(
            .lost(
                attempt: lease.attempt, worker: lease.worker, reason: reason),
            in: &turn)
        turn.add(.note(.lost(lease.attempt, lease.worker, reason)))
        considerSuspending(lease.worker, in: &turn)
        guard let known = study[lease.trial],
            known.losses >= settings.attemptLimit
                || known.unwishedLosses.count >= settings.unwishedLimit
        else { return }
        record(.abandoned(trial: lease.trial, attempts: known.attempts), in: &turn)
        turn.add(.note(.abandoned(lease.trial, reason)))
    }

    /// Suspends a worker that loses one trial after another while others report.
    private mutating func considerSuspending(_ worker: WorkerID, in turn: inout Turn<Directive>) {
        guard let standing = study.workerStandings[worker] else { return }
        let othersReports = study.reports - standing.reportsBefore
        if standing.isSuspended {
            probations[worker] = turn.instant + settings.probation
        } else if standing.lost.count >= settings.streakLimit,
            othersReports >= settings.streakLimit
        {
            let losses = standing.lost.count
            record(.suspended(worker: worker, losses: losses), in: &turn)
            turn.add(.note(.suspended(worker, losses: losses)))
            probations[worker] = turn.instant + settings.probation
        }
    }

    /// The most leases of a worker: none while it is suspended, later a single one on probation;
    /// all that it takes if there is no other worker, so that the study always continues.
    func capacity(of entry: RosterEntry, at now: Instant) -> Int {
        guard !entry.isLeaving else { return 0 }
        guard study.isSuspended(entry.worker), hasSoundWorker(at: now) else {
            return entry.capacity
        }
        return (probations[entry.worker] ?? now) <= now ? 1 : 0
    }

    /// Tells whether there is a worker that is not suspended, not silent and not leaving.
    func hasSoundWorker(besides other: WorkerID? = nil, at now: Instant) -> Bool {
        roster.order.contains { worker in
            guard worker != other, !study.isSuspended(worker), let entry = roster[worker] else {
                return false
            }
            return !entry.isLeaving && !isSilent(entry, at: now)
        }
    }
}
