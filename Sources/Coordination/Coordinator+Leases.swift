import ScheduleSearch
import Studies
import Trials
import WireProtocol

/// Who trains what, and what happens to leases that end without a report.
extension Coordinator {
    /// Gives every worker as much work as it takes, in the order in which they joined.
    ///
    /// - Complexity: O(workers) where there is a trial to give, else O(1).
    mutating func leaseToAll(at now: Instant, into directives: inout [Directive]) {
        guard mayHaveWork else { return }
        for worker in roster.order { lease(to: worker, at: now, into: &directives) }
    }

    /// Whether there may be a trial to give: a thousand workers should not be asked in vain whether
    /// they have room, each time that one of them reports.
    private var mayHaveWork: Bool {
        !study.waiting.isEmpty || study.wantsSearch
            || study.phase == .certifying
    }

    /// Refills who has reported, and who had the lease, or who has joined; what ends the search
    /// frees work for all.
    mutating func refill(
        _ workers: [WorkerID], at now: Instant, into directives: inout [Directive]
    ) {
        if study.wantsSearch && study.waiting.isEmpty {
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
        while let entry = roster[worker], entry.leased.count < capacity(of: entry, at: now),
            !isSilent(entry, at: now),
            let (next, schedule) = nextTrial(for: worker, at: now, into: &directives)
        {
            let attempt = AttemptNumber(rawValue: next.attempts + 1)
            record(
                .leased(trial: next.trial, attempt: attempt, worker: worker), into: &directives)
            var lease = Lease(
                trial: next.trial, attempt: attempt, worker: worker,
                deadline: now + settings.leaseDuration)
            lease.slots = entry.slots
            lease.cap = cap(for: next)
            leases.grant(lease)
            roster.add(next.trial, to: worker)
            let task = study.task(of: next, growing: schedule).capped(at: lease.cap)
            directives.append(
                .send(.lease(trial: next.trial, attempt: attempt, task: task), to: entry.peer))
        }
    }

    /// A trial that waits, or one that is proposed now, and its schedule; `nil` if there is none.
    private mutating func nextTrial(
        for worker: WorkerID, at now: Instant, into directives: inout [Directive]
    ) -> (TrialRecord, GrowthSchedule)? {
        let trial = study.nextTrial
        let schedule: GrowthSchedule
        if let waiting = waitingTrial(for: worker, at: now) {
            return study[waiting].map { ($0, $0.schedule) }
        } else if study.wantsSearch {
            schedule = nextSchedule(for: trial)
            record(
                .proposed(
                    trial: trial, schedule: schedule, seed: study.searchSeed(for: schedule),
                    purpose: .search, effort: study.nextEffort), into: &directives)
        } else if study.phase == .certifying, let proposal = study.nextCertification() {
            schedule = proposal.schedule
            record(
                .proposed(
                    trial: trial, schedule: schedule, seed: proposal.seed,
                    purpose: proposal.purpose), into: &directives)
        } else {
            return study.waiting.first.flatMap { study[$0] }.map { ($0, $0.schedule) }
        }
        return study[trial].map { ($0, schedule) }
    }

    /// What the search tries next: a schedule that may beat the incumbent once more, or a new one.
    mutating func nextSchedule(for trial: TrialID) -> GrowthSchedule {
        study.nextReplicate() ?? strategy.ask(for: trial, knowing: study.standings)
    }

    /// The first trial that waits, but for those that this worker has lost: as long as there are
    /// others, they should try them, so that it shows who is to blame.
    private func waitingTrial(for worker: WorkerID, at now: Instant) -> TrialID? {
        guard let first = study.waiting.first else { return nil }
        guard hasSoundWorker(besides: worker, at: now) else { return first }
        return study.waiting.first { trial in
            study[trial]?.lostAttempts.contains {
                $0.worker == worker && $0.reason.blamesTrial
            } == false
        }
    }
}
