import Coordination

/// A point in the virtual time of a simulated cluster; no node can read it.
package struct VirtualTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Time since the run began (ns).
    package let nanoseconds: Int64

    /// The point this long after the beginning (ns).
    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// When the run begins.
    package static let zero = VirtualTime(nanoseconds: 0)

    /// Orders by time.
    package static func < (left: VirtualTime, right: VirtualTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The point that is later by a span.
    package static func + (time: VirtualTime, span: TimeSpan) -> VirtualTime {
        VirtualTime(nanoseconds: time.nanoseconds + span.nanoseconds)
    }

    /// Seconds with three decimals.
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

    /// A number of microseconds.
    package static func microseconds(_ count: Int64) -> TimeSpan {
        TimeSpan(nanoseconds: count * 1000)
    }

    /// A number of milliseconds.
    package static func milliseconds(_ count: Int64) -> TimeSpan {
        TimeSpan(nanoseconds: count * 1_000_000)
    }

    /// A number of seconds.
    package static func seconds(_ count: Int64) -> TimeSpan {
        TimeSpan(nanoseconds: count * 1_000_000_000)
    }

    /// Orders by length.
    package static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

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
        return now + TimeSpan(nanoseconds: stretched + 1_000_000)
    }
}
