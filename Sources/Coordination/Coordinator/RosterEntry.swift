package import Trials

/// A connected worker and its leases.
package struct RosterEntry: Hashable, Sendable {
    /// Its name.
    package let worker: WorkerID
    /// The routing id of its connection.
    package let peer: PeerID
    /// The number of its process (incarnation).
    package let incarnation: Int
    /// Most leases that it takes at once.
    package let capacity: Int
    /// When its latest message arrived.
    package var lastHeard: Instant
    /// The trials that are leased to it, oldest first.
    package var leased: [TrialID] = []
    /// Whether it gets no lease until it says hello again.
    package var isLeaving = false

    /// Number of leases that it trains at once; if it takes more than one, one is held in reserve.
    var slots: Int { max(1, capacity - 1) }
}
