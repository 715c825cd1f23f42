import ScheduleSearch
import Studies
import Trials
import WireProtocol

/// Who trains what, and what happens to leases that end without a report.
extension Coordinator {
    /// Gives every worker as much work as it takes, in the order in which they joined.
    mutating func leaseToAll(at now: Instant, into directives: inout [Directive]) {
        for worker in roster.order { lease(to: worker, at: now, into: &directives) }
    }

    /// Refills who has reported, and who had the lease; the last report of the search frees work
    /// for all.
    mutating func leaseAfterReport(
        to workers: [WorkerID], at now: Instant, into directives: inout [Directive]
    ) {
        let isSearching = study.searchTrials < study.budget.trials
        if isSearching && study.waiting.isEmpty {
            for worker in workers { lease(to: worker, at: now, into: &directives) }
        } else {
            leaseToAll(at: now, into: &directives)
        }
    }

    /// Tells whether a worker has said nothing for as long as a lease lasts.
    func isSilent(_ entry: RosterEntry, at now: Instant) -> Bool {
        entry.lastHeard + settings.leaseDuration <= now
    }

    /// Gives a worker as much work as it takes, unless it is silent: a worker that hangs would lose
    /// all attempts of a trial, one after another, while others could train it.
    mutating func lease(
        to worker: WorkerID, at now: Instant, into directives: inout [Directive]
    ) {
        guard !isDraining else { return }
        while let entry = roster[worker], entry.leased.count < entry.capacity,
            !isSilent(entry, at: now), let next = nextTrial(into: &directives)
        {
            let attempt = AttemptNumber(rawValue: next.attempts + 1)
            record(
                .leased(trial: next.trial, attempt: attempt, worker: worker), into: &directives)
            leases.grant(
                Lease(
                    trial: next.trial, attempt: attempt, worker: worker,
                    deadline: now + settings.leaseDuration))
            roster.add(next.trial, to: worker)
            directives.append(
                .send(
                    .lease(trial: next.trial, attempt: attempt, task: study.task(of: next)),
                    to: entry.peer))
        }
    }

    /// A trial that waits, or one that is proposed now, or nothing.
    private mutating func nextTrial(into directives: inout [Directive]) -> TrialRecord? {
        if let waiting = study.waiting.first { return study[waiting] }
        let trial = study.nextTrial
        if study.searchTrials < study.budget.trials {
            record(
                .proposed(
                    trial: trial, schedule: strategy.ask(for: trial), seed: study.searchSeed(trial),
                    purpose: .search), into: &directives)
        } else if study.phase == .certifying, let proposal = study.nextCertification() {
            record(
                .proposed(
                    trial: trial, schedule: proposal.schedule, seed: proposal.seed,
                    purpose: proposal.purpose), into: &directives)
        } else {
            return nil
        }
        return study[trial]
    }

    mutating func expire(at now: Instant, into directives: inout [Directive]) {
        for lease in leases.expire(at: now) { lose(lease, .silence, into: &directives) }
        leaseToAll(at: now, into: &directives)
    }

    /// Records that an attempt ended without a report; too many of them end the trial.
    mutating func lose(
        _ lease: Lease, _ reason: LossReason, into directives: inout [Directive]
    ) {
        leases.end(lease.trial)
        roster.remove(lease.trial, from: lease.worker)
        record(
            .lost(
                trial: lease.trial, attempt: lease.attempt, worker: lease.worker, reason: reason),
            into: &directives)
        directives.append(.note(.lost(lease.trial, lease.attempt, lease.worker, reason)))
        guard let known = study[lease.trial], known.losses >= settings.attemptLimit else { return }
        record(
            .abandoned(trial: lease.trial, attempts: known.attempts), into: &directives)
        directives.append(.note(.abandoned(lease.trial)))
        tell(lease.trial)
    }
}
