import Coordination
import Studies
import Trials

/// An independent record of the leases, kept from events and messages alone; the coordinator's own
/// is compared with it.
struct LeaseLedger {
    /// What is recorded of one trial.
    private struct Entry {
        var attempts = 0
        var isOver = false
    }

    private let leaseDuration: Duration
    private var entries: [Entry] = []
    /// The leases that are out; there are few.
    private(set) var live: [LiveLease] = []
    private var budget = 0
    private var proposed = 0

    init(leaseDuration: Duration) {
        self.leaseDuration = leaseDuration
    }

    /// Rebuilds the record from a journal; each lease that is out gets a full duration from now on.
    init(leaseDuration: Duration, replaying events: [StudyEvent], at now: Instant) {
        self.init(leaseDuration: leaseDuration)
        for event in events { _ = note(event, at: now, isRehearsal: true) }
        for index in live.indices { live[index].deadline = now + leaseDuration }
    }

    /// Renews a lease, if the worker holds exactly this attempt.
    mutating func renew(_ attempt: Attempt, of worker: WorkerID, at now: Instant) {
        let index = live.firstIndex {
            $0.attempt == attempt && $0.worker == worker
        }
        if let index { live[index].deadline = now + leaseDuration }
    }

    /// A violation if a lease should have ended by now.
    func overdue(at now: Instant) -> Violation? {
        live.first { $0.deadline <= now }.map { lease in
            Violation(
                .expiresLeases,
                """
                \(lease.attempt.words) on \(lease.worker.rawValue) was last \
                renewed more than a lease's time ago and is still out
                """)
        }
    }

    /// Records an event; returns a violation if the event is not allowed.
    mutating func note(
        _ event: StudyEvent, at now: Instant, isRehearsal: Bool = false
    ) -> Violation? {
        switch event {
        case .defined: return nil
        case .budgeted(let budget): self.budget = budget.trials
        case .proposed(_, _, _, let purpose, _): return propose(purpose)
        case .leased(let attempt, let worker):
            return grant(
                LiveLease(
                    attempt: attempt, worker: worker,
                    deadline: now + leaseDuration))
        case .lost(let attempt, let worker, let reason):
            return lose(attempt, worker, isExpiry: reason == .silence && !isRehearsal, now)
        case .reported(let attempt, _, _): return settle(attempt.trial, by: attempt.number)
        case .abandoned(let trial, _): return settle(trial, by: nil)
        case .repeated, .suspended: return nil
        }
        return nil
    }

    private mutating func propose(_ purpose: TrialPurpose) -> Violation? {
        entries.append(Entry())
        guard purpose == .search else { return nil }
        proposed += 1
        return proposed <= budget
            ? nil : Violation(.keepsBudget, "\(proposed) trials are proposed, more than \(budget)")
    }

    private mutating func grant(_ lease: LiveLease) -> Violation? {
        let index = lease.attempt.trial.rawValue - 1
        guard entries.indices.contains(index), !entries[index].isOver else {
            return broken(lease.attempt, "is leased, and is over or was never proposed")
        }
        if let other = live.first(where: { $0.attempt.trial == lease.attempt.trial }) {
            return broken(
                lease.attempt, "is leased while attempt \(other.attempt.number.rawValue) is")
        }
        guard lease.attempt.number.rawValue > entries[index].attempts else {
            return broken(lease.attempt, "is leased after attempt \(entries[index].attempts)")
        }
        entries[index].attempts = lease.attempt.number.rawValue
        live.append(lease)
        return nil
    }

    private mutating func lose(
        _ attempt: Attempt, _ worker: WorkerID, isExpiry: Bool,
        _ now: Instant
    ) -> Violation? {
        guard
            let index = live.firstIndex(where: {
                $0.attempt == attempt && $0.worker == worker
            })
        else { return broken(attempt, "is lost on \(worker.rawValue), which has no lease") }
        let lease = live.remove(at: index)
        guard isExpiry, now < lease.deadline else { return nil }
        return Violation(
            .expiresLeases,
            "\(attempt.words) is lost to silence though it was renewed in time")
    }

    /// Settles a trial; without an attempt, the trial is given up.
    private mutating func settle(_ trial: TrialID, by number: AttemptNumber?) -> Violation? {
        let index = trial.rawValue - 1
        guard entries.indices.contains(index), !entries[index].isOver else {
            return Violation(.settlesOnce, "trial \(trial.rawValue) is settled a second time")
        }
        if let number, number.rawValue > entries[index].attempts {
            return broken(
                Attempt(trial: trial, number: number), "is reported, and was never leased")
        }
        entries[index].isOver = true
        live.removeAll { $0.attempt.trial == trial }
        return nil
    }

    private func broken(_ attempt: Attempt, _ finding: String) -> Violation {
        Violation(.fencesLeases, "\(attempt.words) \(finding)")
    }
}
