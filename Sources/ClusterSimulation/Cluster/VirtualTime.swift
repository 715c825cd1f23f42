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
    package static func + (time: VirtualTime, span: VirtualSpan) -> VirtualTime {
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
