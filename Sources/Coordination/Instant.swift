/// A point in time, measured from a start that the node chooses; it never decreases.
package struct Instant: Hashable, Comparable, Sendable {
    /// Time since the start (ns).
    package let nanoseconds: Int64

    /// A point so many nanoseconds after the start.
    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// The start.
    package static let zero = Instant(nanoseconds: 0)

    /// The point this many seconds after the start.
    package static func seconds(_ seconds: Int64) -> Instant {
        Instant(nanoseconds: seconds * 1_000_000_000)
    }

    /// Tells whether a point comes before another one.
    package static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The point that is later by a duration.
    package static func + (instant: Instant, duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        return Instant(
            nanoseconds: instant.nanoseconds + seconds * 1_000_000_000
                + attoseconds / 1_000_000_000)
    }

    /// The time from one point to another.
    package static func - (later: Instant, earlier: Instant) -> Duration {
        .nanoseconds(later.nanoseconds - earlier.nanoseconds)
    }
}
