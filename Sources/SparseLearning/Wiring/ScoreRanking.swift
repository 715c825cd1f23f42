/// Finds the positions with the largest scores, without sorting the others.
///
/// The bits of non-negative floats have the same order as the floats, so a score and its position
/// form one number; if scores are equal, the earlier position counts as larger.
struct ScoreRanking {
    /// The leading bits of a score that give its bin: eight of the exponent, three of the fraction.
    private static let binShift: UInt64 = 32 + 20

    private var keys: [UInt64] = []
    private var counts = Array(repeating: 0, count: 1 << 12)

    /// Adds the score of a position.
    ///
    /// - Precondition: the score is not negative, and the position fits into 32 bits.
    mutating func add(_ score: Float, at place: Int) {
        let key = UInt64(score.bitPattern) << 32 | UInt64(UInt32.max - UInt32(place))
        keys.append(key)
        counts[Int(key >> Self.binShift)] += 1
    }

    /// The positions with the largest scores, largest first.
    ///
    /// - Complexity: O(n + k·log k), if bins are about as wide as an eighth of their score.
    func largest(_ count: Int) -> [Int] {
        guard count > 0 else { return [] }
        var lowest = counts.count
        var found = 0
        while lowest > 0, found < count {
            lowest -= 1
            found += counts[lowest]
        }
        let least = UInt64(lowest) << Self.binShift
        return keys.filter { $0 >= least }.sorted(by: >).prefix(count).map {
            Int(UInt32.max - UInt32(truncatingIfNeeded: $0))
        }
    }
}
