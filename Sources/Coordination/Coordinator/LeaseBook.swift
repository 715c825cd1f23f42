import Trials

/// The leases that are out.
///
/// Lookups are O(1). The earliest deadline is kept as a lower bound, so renewing costs O(1), and
/// all leases are checked only if one may have expired.
struct LeaseBook: Hashable, Sendable {
    private var leases: [TrialID: Lease] = [:]
    private(set) var earliestDeadline: Instant?
    private var granted = 0

    var isEmpty: Bool { leases.isEmpty }
    var count: Int { leases.count }

    subscript(trial: TrialID) -> Lease? { leases[trial] }

    mutating func grant(_ lease: Lease) {
        var lease = lease
        granted += 1
        lease.order = granted
        leases[lease.trial] = lease
        earliestDeadline = min(earliestDeadline ?? lease.deadline, lease.deadline)
    }

    mutating func renew(_ trial: TrialID, until deadline: Instant) {
        leases[trial]?.deadline = deadline
        leases[trial]?.isInherited = false
    }

    mutating func setCap(_ cap: Int, of trial: TrialID) {
        leases[trial]?.cap = cap
    }

    /// All leases, in the order of the trials.
    ///
    /// - Complexity: O(leases log leases).
    var all: [Lease] { leases.values.sorted { $0.trial < $1.trial } }

    @discardableResult
    mutating func end(_ trial: TrialID) -> Lease? {
        let ended = leases.removeValue(forKey: trial)
        if leases.isEmpty { earliestDeadline = nil }
        return ended
    }

    /// Removes the expired leases and returns them, in the order of the trials.
    ///
    /// - Complexity: O(leases log leases).
    mutating func expire(at now: Instant) -> [Lease] {
        let all = all
        let expired = all.filter { $0.deadline <= now }
        for lease in expired { leases[lease.trial] = nil }
        earliestDeadline = all.filter { $0.deadline > now }.map(\.deadline).min()
        return expired
    }

    /// The leases of one worker, in the order of the trials.
    ///
    /// - Complexity: O(leases log leases).
    func held(by worker: WorkerID) -> [Lease] {
        leases.values.filter { $0.worker == worker }.sorted { $0.trial < $1.trial }
    }
}
