import Randomness

/// How often a fault happens, as a ratio of whole numbers: for example 1 in 50, or never.
package struct Odds: Hashable, Sendable {
    /// Number of times that it happens.
    package let times: Int
    /// Number of chances.
    package let chances: Int

    /// States odds.
    ///
    /// - Precondition: `times` is in 0...chances, and `chances` is positive.
    package init(_ times: Int, in chances: Int) {
        precondition(
            chances > 0 && (0...chances).contains(times), "no odds are \(times) in \(chances)")
        self.times = times
        self.chances = chances
    }

    /// The fault never happens.
    package static let never = Odds(0, in: 1)

    /// Draws whether the fault happens; odds of zero draw no random number.
    func strikes(_ dice: inout PhiloxGenerator) -> Bool {
        times > 0 && dice.integer(below: chances) < times
    }
}

extension PhiloxGenerator {
    /// Draws a length of time, to the microsecond.
    mutating func span(_ shortest: VirtualSpan, _ longest: VirtualSpan) -> VirtualSpan {
        let width = Int((longest.nanoseconds - shortest.nanoseconds) / 1000)
        return VirtualSpan(
            nanoseconds: shortest.nanoseconds + Int64(integer(below: width + 1)) * 1000)
    }
}
