/// A length of virtual time.
package struct VirtualSpan: Hashable, Comparable, Sendable {
    /// The length (ns).
    package let nanoseconds: Int64

    /// A length in ns.
    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// A length of real time, as a limit that a process has.
    init(_ duration: Duration) {
        nanoseconds = Int64(duration / .nanoseconds(1))
    }

    /// A number of microseconds.
    package static func microseconds(_ count: Int64) -> VirtualSpan {
        VirtualSpan(nanoseconds: count * 1000)
    }

    /// A number of milliseconds.
    package static func milliseconds(_ count: Int64) -> VirtualSpan {
        VirtualSpan(nanoseconds: count * 1_000_000)
    }

    /// A number of seconds.
    package static func seconds(_ count: Int64) -> VirtualSpan {
        VirtualSpan(nanoseconds: count * 1_000_000_000)
    }

    /// Orders by length.
    package static func < (left: VirtualSpan, right: VirtualSpan) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}
