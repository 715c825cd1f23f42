/// How many multiply–adds a trial of the search may take.
///
/// Some schedules train twenty times as long as others, and a search that waits for each of them
/// tries little else. Measured on live searches: a trial that takes over eight times the usual work
/// of those that reach the target is hardly ever among the best (1 of 194 on digits and parity),
/// and such trials take 8 to 16 % of the compute on digits, and half of it on parity.
public struct EffortLimit: Hashable, Sendable {
    /// The limit, in terms of the median work of what reached the target; twice as much while that
    /// is one trial, as its work may be unusual.
    private static let factor = 8.0
    /// Trials that the median is of, the latest that reached the target.
    private static let memory = 63

    /// What they took, in multiply–adds, the oldest first.
    private var works: [Int] = []
    private let isOn: Bool
    /// The limit now, if there is any yet.
    public private(set) var value: Int?

    init(isOn: Bool) {
        self.isOn = isOn
    }

    /// Takes in what a trial took that has reached the target.
    mutating func note(_ work: Int) {
        guard isOn else { return }
        if works.count == Self.memory { works.removeFirst() }
        works.append(work)
        let count = Double(works.count)
        let median = Double(works.sorted()[(works.count - 1) / 2])
        value = Int(min(CostCap.most, max(1, Self.factor * (1 + 1 / count) * median)))
    }
}
