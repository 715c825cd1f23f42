import Randomness

/// The number of connections above which a trial of the search no longer matters.
///
/// If a schedule's only training costs more than the incumbent's mean by 2.5 standard deviations of
/// that difference, the schedule is very unlikely to be better. Until three trials have reached the
/// target, the cap is twice the best cost. Measured on recorded trainings of digits: with 1.645
/// deviations searches return schedules that are 3 % worse; without caps they return no better
/// ones.
///
/// Source: one-sided bound of the difference of two normal means; for the idea of capping, Hutter
/// et al., "Bayesian optimization with censored response data" (2011), and irace's adaptive capping
/// (Pérez Cáceres et al. 2017).
public struct CostCap: Hashable, Sendable {
    private static let quantile = 2.5
    private static let firstSlack = 0.7
    private static let firstHits = 3
    /// Largest cap; only a report in a damaged journal may have more connections.
    static let most = 1e15

    /// The current cap; `nil` while there is none.
    public private(set) var value: Int?
    /// The lowest cap so far; no worker was ever sent a lower one.
    public private(set) var lowest: Int?
    private let isOn: Bool

    init(isOn: Bool) {
        self.isOn = isOn
    }

    /// Computes the cap again after a change of the standings.
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
