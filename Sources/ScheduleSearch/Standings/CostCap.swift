import Randomness

/// Beyond how many connections a trial of the search does not matter any more.
///
/// A schedule whose one training costs more than the incumbent's mean by 2.5 standard deviations
/// of that difference is hardly better than the incumbent. Before three trials have reached the
/// target, twice the best cost stands for that. Measured on recorded trainings of digits: with
/// 1.645 deviations searches return schedules that are 3 % worse, without caps no better ones.
///
/// Source: one-sided bound of the difference of two normal means; for capping as such,
/// Hutter et al., "Bayesian optimization with censored response data" (2011), and irace's adaptive
/// capping (Pérez Cáceres et al. 2017).
public struct CostCap: Hashable, Sendable {
    private static let quantile = 2.5
    private static let firstSlack = 0.7
    private static let firstHits = 3
    /// No message and no network has a larger count; a report in a damaged journal may.
    static let most = 1e15

    /// The cap now, if there is any yet.
    public private(set) var value: Int?
    /// The lowest cap that there ever was; what a worker was told is no lower.
    public private(set) var lowest: Int?
    private let isOn: Bool

    init(isOn: Bool) {
        self.isOn = isOn
    }

    /// Takes in that the standings have changed.
    mutating func follow(_ standings: Standings) {
        guard isOn, let incumbent = standings.incumbent else { return }
        let noise = standings.noise.deviation
        let isEarly = standings.best(Self.firstHits).count(where: \.hasReached) < Self.firstHits
        let slack =
            isEarly
            ? Self.firstSlack
            : Self.quantile * noise * (1 + 1 / Double(incumbent.tally.hits)).squareRoot()
        let cap = Int(min(Self.most, Elementary.exp(incumbent.mean + slack).rounded(.up)))
        value = cap
        lowest = min(lowest ?? cap, cap)
    }
}
