import ScheduleSearch
import Studies
import Trials
import WireProtocol

/// Leases trials to workers.
extension Coordinator {
    /// Leases each worker as many trials as it takes, in the order in which the workers joined.
    ///
    /// - Complexity: O(workers) if there is a trial to lease, else O(1).
    mutating func leaseToAll(in turn: inout Turn<Directive>) {
        guard mayHaveWork else { return }
        for worker in roster.order { lease(to: worker, in: &turn) }
    }

    /// Whether there may be a trial to lease: this avoids walking over a thousand workers for each
    /// report.
    private var mayHaveWork: Bool {
        !study.waiting.isEmpty || study.wantsSearch
            || study.phase == .certifying
    }

    /// Leases trials to the workers with free capacity: the one that reported, joined or lost its
    /// lease.
    ///
    /// At the end of the search, all workers can get trials.
    mutating func refill(_ workers: [WorkerID], in turn: inout Turn<Directive>) {
        if study.wantsSearch && study.waiting.isEmpty {
            for worker in workers { lease(to: worker, in: &turn) }
        } else {
            leaseToAll(in: &turn)
        }
    }

    /// Tells whether a worker has sent no message for the duration of a lease.
    func isSilent(_ entry: RosterEntry, at now: Instant) -> Bool {
        entry.lastHeard + settings.leaseDuration <= now
    }

    /// Leases a worker as many trials as it takes, unless it is silent.
    ///
    /// A worker that hangs would lose all attempts of a trial, one after another, while others
    /// could train it.
    mutating func lease(to worker: WorkerID, in turn: inout Turn<Directive>) {
        guard !isDraining else { return }
        while let entry = roster[worker],
            entry.leased.count < capacity(of: entry, at: turn.instant),
            !isSilent(entry, at: turn.instant),
            let (next, schedule) = nextTrial(for: worker, in: &turn)
        {
            let attempt = Attempt(next.attempts + 1, of: next.trial)
            record(.leased(attempt: attempt, worker: worker), in: &turn)
            var lease = Lease(
                attempt: attempt, worker: worker,
                deadline: turn.instant + settings.leaseDuration)
            lease.slots = entry.slots
            lease.cap = cap(for: next)
            leases.grant(lease)
            roster.add(next.trial, to: worker)
            let task = study.task(of: next, growing: schedule).capped(at: lease.cap)
            turn.add(.send(.lease(attempt: attempt, task: task), to: entry.peer))
        }
    }

    /// A waiting or a newly proposed trial, with its schedule; `nil` if there is none.
    private mutating func nextTrial(
        for worker: WorkerID, in turn: inout Turn<Directive>
    ) -> (TrialRecord, GrowthSchedule)? {
        let trial = study.nextTrial
        let schedule: GrowthSchedule
        if let waiting = waitingTrial(for: worker, at: turn.instant) {
            return study[waiting].map { ($0, $0.schedule) }
        } else if study.wantsSearch {
            schedule = nextSchedule(for: trial)
            record(
                .proposed(
                    trial: trial, schedule: schedule, seed: study.searchSeed(for: schedule),
                    purpose: .search, effort: study.nextEffort), in: &turn)
        } else if study.phase == .certifying, let proposal = study.nextCertification() {
            schedule = proposal.schedule
            record(
                .proposed(
                    trial: trial, schedule: schedule, seed: proposal.seed,
                    purpose: proposal.purpose, effort: study.certifyingEffort), in: &turn)
        } else {
            return study.waiting.first.flatMap { study[$0] }.map { ($0, $0.schedule) }
        }
        return study[trial].map { ($0, schedule) }
    }

    /// The next schedule of the search: one that may beat the incumbent and is trained again, or a
    /// new one.
    mutating func nextSchedule(for trial: TrialID) -> GrowthSchedule {
        study.nextReplicate() ?? strategy.ask(for: trial, knowing: study.standings)
    }

    /// The first waiting trial that this worker has not lost, as long as there are other workers:
    /// they should try lost trials, to show whether the worker or the trial is to blame.
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
