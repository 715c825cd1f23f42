/// Tells whether renewals of leases may have arrived that the coordinator has not read yet.
///
/// Otherwise a process that was frozen, or is far behind with reading, would expire every lease
/// before it reads the renewals.
package struct RenewalGrace {
    private var lastTurn: Instant?
    /// Since when each turn leaves messages unread.
    private var behindSince: Instant?
    private var stoodStillUntil: Instant?

    /// Begins before the first turn.
    package init() {}

    /// Records that a turn has read messages, and whether it has read all.
    package mutating func note(turnAt now: Instant, readAll: Bool) {
        if let lastTurn, now - lastTurn > CoordinationLimits.standstill { stoodStillUntil = now }
        lastTurn = now
        behindSince = readAll ? nil : behindSince ?? now
    }

    /// Whether leases that were not renewed in time must not expire yet.
    package func holds(at now: Instant) -> Bool {
        [behindSince, stoodStillUntil].contains { since in
            since.map { now - $0 < CoordinationLimits.renewalGrace } ?? false
        }
    }
}
