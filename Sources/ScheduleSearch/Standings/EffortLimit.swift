/// The most multiply–adds that a trial of the search may take.
///
/// Some schedules train twenty times as long as others, and a search that waits for them tries few
/// others. Measured on live searches: a trial that takes more than eight times the usual work of
/// trials that reach the target is almost never among the best (1 of 194 on digits and parity).
/// Such trials take 8 to 16 % of the compute on digits, and half of it on parity.
public struct EffortLimit: Hashable, Sendable {
    /// The limit as a multiple of the median work of the trials that reached the target.
    ///
    /// With a single such trial it is doubled, because its work may be unusual.
    private static let factor = 8.0
    /// Number of trials for the median: the latest that reached the target.
    private static let memory = 63

    /// Their multiply–adds, oldest first.
    private var works: [Int] = []
    private let isOn: Bool

    init(isOn: Bool) {
        self.isOn = isOn
    }

    /// The current limit; `nil` while there is none.
    ///
    /// It is computed when it is asked for, which is for proposals: a study that is read again only
    /// notes works.
    ///
    /// - Complexity: O(1): at most 63 numbers are sorted.
    public var value: Int? {
        guard !works.isEmpty else { return nil }
        let count = Double(works.count)
        let median = Double(works.sorted()[(works.count - 1) / 2])
        return Int(min(CostCap.most, max(1, Self.factor * (1 + 1 / count) * median)))
    }

    /// Adds the work of a trial that has reached the target.
    mutating func note(_ work: Int) {
        guard isOn else { return }
        if works.count == Self.memory { works.removeFirst() }
        works.append(work)
    }
}
