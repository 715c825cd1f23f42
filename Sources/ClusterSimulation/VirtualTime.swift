import Coordination

/// A point in the time that a simulated cluster lives in, which no node can read.
package struct VirtualTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Time since the run began (ns).
    package let nanoseconds: Int64

    /// A point so long after the beginning (ns).
    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// When the run begins.
    package static let zero = VirtualTime(nanoseconds: 0)

    /// Orders by time.
    package static func < (left: VirtualTime, right: VirtualTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The point so much later.
    package static func + (time: VirtualTime, span: TimeSpan) -> VirtualTime {
        VirtualTime(nanoseconds: time.nanoseconds + span.nanoseconds)
    }

    /// Seconds with three digits behind the point.
    package var description: String {
        let milliseconds = nanoseconds / 1_000_000
        let fraction = String(milliseconds % 1000)
        let zeros = String(repeating: "0", count: 3 - fraction.utf8.count)
        return "\(milliseconds / 1000).\(zeros)\(fraction) s"
    }
}

/// A length of virtual time.
package struct TimeSpan: Hashable, Comparable, Sendable {
    /// The length (ns).
    package let nanoseconds: Int64

    /// A length in ns.
    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// So many microseconds.
    package static func microseconds(_ count: Int64) -> TimeSpan {
        TimeSpan(nanoseconds: count * 1000)
    }

    /// So many milliseconds.
    package static func milliseconds(_ count: Int64) -> TimeSpan {
        TimeSpan(nanoseconds: count * 1_000_000)
    }

    /// So many seconds.
    package static func seconds(_ count: Int64) -> TimeSpan {
        TimeSpan(nanoseconds: count * 1_000_000_000)
    }

    /// Orders by length.
    package static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

/// A node's clock: it starts anywhere and runs a little fast or slow.
struct SkewedClock: Hashable, Sendable {
    /// What it shows when the run begins (ns).
    let offset: Int64
    /// How many ns it gains in a ms; negative where it loses.
    let drift: Int64

    /// What the clock shows; it never goes back.
    func reading(at time: VirtualTime) -> Instant {
        Instant(
            nanoseconds: offset + time.nanoseconds + time.nanoseconds / 1_000_000 * drift)
    }

    /// A point at which the clock shows an instant or a little more.
    ///
    /// One millisecond is added, as the nodes do, and what the drift may add to it.
    func time(showing instant: Instant, notBefore now: VirtualTime) -> VirtualTime {
        let wait = max(0, instant.nanoseconds - reading(at: now).nanoseconds)
        let stretched = wait - wait / 1_000_000 * drift * 1_000_000 / (1_000_000 + drift)
        return now + TimeSpan(nanoseconds: stretched + 1_000_000)
    }
}
