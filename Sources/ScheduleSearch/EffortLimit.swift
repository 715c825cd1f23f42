import Randomness

/// How many multiply–adds a trial of the search may take.
///
/// Some schedules train twenty times as long as others, and a search that waits for each of them
/// tries little else. Measured on live searches: a trial that takes over eight times the usual work
/// of those that reach the target is hardly ever among the best (1 of 194 on digits and parity),
/// and such trials take 8 to 16 % of the compute on digits, and half of it on parity.
public struct EffortLimit: Hashable, Sendable {
    /// The limit, in terms of the geometric mean of what reached the target; twice as much while
    /// that is one trial, as its work may be unusual.
    private static let factor = 8.0

    private var hits = 0
    /// Sum of the ln multiply–adds of the trials that reached the target.
    private var sum = 0.0
    private let isOn: Bool

    init(isOn: Bool) {
        self.isOn = isOn
    }

    /// The limit now, if there is any yet.
    public var value: Int? {
        guard isOn, hits > 0 else { return nil }
        let count = Double(hits)
        let factor = Self.factor * (1 + 1 / count)
        return Int(min(CostCap.most, factor * Elementary.exp(sum / count)))
    }

    /// Takes in what a trial took that has reached the target.
    mutating func note(_ work: Int) {
        hits += 1
        sum += Elementary.log(Double(max(1, work)))
    }
}
