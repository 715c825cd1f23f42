/// Tells when renewals of leases may have come that the coordinator has not read yet.
///
/// A process that stood still, or is far behind with reading, would otherwise take every lease back
/// before it reads what renews it.
package struct RenewalGrace {
    private var lastTurn: Instant?
    /// Since when more arrives than a turn takes in.
    private var behindSince: Instant?
    private var stoodStillUntil: Instant?

    package init() {}

    /// Takes note that a turn has read its messages, and whether those were all.
    package mutating func note(turnAt now: Instant, readAll: Bool) {
        if let lastTurn, now - lastTurn > CoordinationLimits.standstill { stoodStillUntil = now }
        lastTurn = now
        behindSince = readAll ? nil : behindSince ?? now
    }

    /// Whether leases have to wait that were not renewed in time.
    package func holds(at now: Instant) -> Bool {
        [behindSince, stoodStillUntil].contains { since in
            since.map { now - $0 < CoordinationLimits.renewalGrace } ?? false
        }
    }
}
