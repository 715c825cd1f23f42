/// A schedule stored as its differences from another one, to save memory.
///
/// Most of the fifty parameters never vary in a search, so a study of a million trials takes half a
/// gigabyte less.
package struct ScheduleDifference: Hashable, Sendable {
    /// The other schedule; all differences from it share its words.
    private let base: GrowthSchedule
    /// The words that differ, in the order of the table.
    private let words: [UInt64]
    /// The parameters of these words: one bit for each parameter.
    private let places: UInt64

    /// Computes the differences.
    ///
    /// - Precondition: there are at most 64 parameters.
    package init(of schedule: GrowthSchedule, from base: GrowthSchedule) {
        precondition(base.words.count <= 64, "\(base.words.count) parameters need more bits")
        var (words, places): ([UInt64], UInt64) = ([], 0)
        for index in base.words.indices where schedule.words[index] != base.words[index] {
            places |= 1 << UInt64(index)
        }
        words.reserveCapacity(places.nonzeroBitCount)
        for index in base.words.indices where places >> UInt64(index) & 1 == 1 {
            words.append(schedule.words[index])
        }
        self.base = base
        self.words = words
        self.places = places
    }

    /// The schedule.
    package var schedule: GrowthSchedule {
        guard places != 0 else { return base }
        var all = base.words
        var left = places
        for word in words {
            all[left.trailingZeroBitCount] = word
            left &= left - 1
        }
        return GrowthSchedule(words: all)
    }
}
