package import Trials

/// A worker that is connected, and what it holds.
package struct RosterEntry: Hashable, Sendable {
    /// Its name.
    package let worker: WorkerID
    /// Where messages reach it.
    package let peer: PeerID
    /// The number of its process.
    package let incarnation: Int
    /// How many leases it takes at once.
    package let capacity: Int
    /// When something was heard of it last.
    package var lastHeard: Instant
    /// The trials it has leases on, oldest first.
    package var leased: [TrialID] = []
    /// Whether it takes no lease any more until it says hello again.
    package var isLeaving = false

    /// How many leases it trains at once: one is held in reserve, if it takes more than one.
    var slots: Int { max(1, capacity - 1) }
}
