import Trials

/// The connected workers, in the order in which they joined.
///
/// Lookups by peer and by name are O(1); walking in order makes the results deterministic.
struct WorkerRoster: Hashable, Sendable {
    private(set) var order: [WorkerID] = []
    private var entries: [WorkerID: RosterEntry] = [:]
    private var names: [PeerID: WorkerID] = [:]

    subscript(worker: WorkerID) -> RosterEntry? { entries[worker] }

    subscript(peer: PeerID) -> RosterEntry? {
        names[peer].flatMap { entries[$0] }
    }

    /// Adds a worker, or moves it to another peer.
    mutating func admit(_ entry: RosterEntry) {
        if let old = entries[entry.worker] {
            names[old.peer] = nil
        } else {
            order.append(entry.worker)
        }
        if let former = names[entry.peer], former != entry.worker { dismiss(former) }
        entries[entry.worker] = entry
        names[entry.peer] = entry.worker
    }

    mutating func dismiss(_ worker: WorkerID) {
        guard let entry = entries.removeValue(forKey: worker) else { return }
        names[entry.peer] = nil
        order.removeAll { $0 == worker }
    }

    mutating func hear(_ worker: WorkerID, at now: Instant) {
        entries[worker]?.lastHeard = now
    }

    mutating func markLeaving(_ worker: WorkerID) {
        entries[worker]?.isLeaving = true
    }

    mutating func add(_ trial: TrialID, to worker: WorkerID) {
        entries[worker]?.leased.append(trial)
    }

    mutating func remove(_ trial: TrialID, from worker: WorkerID) {
        entries[worker]?.leased.removeAll { $0 == trial }
    }
}
