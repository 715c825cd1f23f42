/// Finds the places with the largest scores, without sorting the others.
///
/// Bits of floats that are not negative order like the floats, so a score and its place make one
/// number; of equal scores the earlier place counts as larger.
struct ScoreRanking {
    /// Leading bits of a score that tell its bin: eight of the exponent, three of the fraction.
    private static let binShift: UInt64 = 32 + 20

    private var keys: [UInt64] = []
    private var counts = Array(repeating: 0, count: 1 << 12)

    /// Adds the score of a place.
    ///
    /// - Precondition: the score is not negative, and places fit into 32 bits.
    mutating func add(_ score: Float, at place: Int) {
        let key = UInt64(score.bitPattern) << 32 | UInt64(UInt32.max - UInt32(place))
        keys.append(key)
        counts[Int(key >> Self.binShift)] += 1
    }

    /// The places with the largest scores, the largest first.
    ///
    /// - Complexity: O(n + k·log k), where bins are about as large as an eighth of their score.
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
