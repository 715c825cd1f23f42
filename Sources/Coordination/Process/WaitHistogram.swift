/// Counts how long waits took, in classes that are 2 % wide, so that its size does not depend on
/// their number.
package struct WaitHistogram: Sendable {
    /// Classes for each doubling; 35 of them cover a factor of two.
    private static let perDoubling = 35
    private var counts = [Int](repeating: 0, count: 35 * 40)
    private var total = 0

    /// Begins without waits.
    package init() {}

    /// Counts a wait.
    package mutating func note(_ wait: Duration) {
        let nanoseconds = max(1, Double(wait / .nanoseconds(1)))
        let exponent = Int(nanoseconds.exponent)
        let place =
            exponent * Self.perDoubling
            + Int((nanoseconds.significand - 1) * Double(Self.perDoubling))
        counts[min(place, counts.count - 1)] += 1
        total += 1
    }

    /// Adds the counts of another histogram.
    package mutating func add(_ other: WaitHistogram) {
        for index in counts.indices { counts[index] += other.counts[index] }
        total += other.total
    }

    /// The wait (ms) that a share of all waits did not exceed, accurate to 3 %; `nil` without
    /// waits.
    package func milliseconds(quantile: Double) -> Double? {
        guard total > 0 else { return nil }
        var left = Int((Double(total) * quantile).rounded(.up))
        for (place, count) in counts.enumerated() {
            left -= count
            guard left <= 0 else { continue }
            let step = 1 + Double(place % Self.perDoubling + 1) / Double(Self.perDoubling)
            return Double(UInt64(1) << UInt64(place / Self.perDoubling)) * step * 1e-6
        }
        return nil
    }
}
