import Coordination

/// A node's clock: it starts at any value and runs slightly fast or slow.
struct SkewedClock: Hashable, Sendable {
    /// The reading when the run begins (ns).
    let offset: Int64
    /// How many ns the clock gains per ms; negative if it loses.
    let drift: Int64

    /// The reading of the clock; it never decreases.
    func reading(at time: VirtualTime) -> Instant {
        Instant(
            nanoseconds: offset + time.nanoseconds + time.nanoseconds / 1_000_000 * drift)
    }

    /// A time at which the clock shows an instant or slightly more.
    ///
    /// It adds one millisecond, as the nodes do, and the drift over the wait.
    func time(showing instant: Instant, notBefore now: VirtualTime) -> VirtualTime {
        let wait = max(0, instant.nanoseconds - reading(at: now).nanoseconds)
        let stretched = wait - wait / 1_000_000 * drift * 1_000_000 / (1_000_000 + drift)
        return now + VirtualSpan(nanoseconds: stretched + 1_000_000)
    }
}
