public import Trials

/// Which schedules are trained again, because another seed may show that they beat the incumbent.
///
/// One training says little about its schedule, so a lucky one would win every search. A schedule
/// that looks good enough is trained with the next seeds of a list that all schedules share, until
/// it is clear whether it beats the incumbent; the incumbent is trained as often as who challenges
/// it.
///
/// Sources: Maron and Moore, "Hoeffding races" (1994); López-Ibáñez et al., "The irace package"
/// (2016) for the shared seeds.
extension Standings {
    /// Schedules that are compared, the best by their own mean.
    private static let shortlist = 40
    /// Schedules that may be trained again, the best by their own mean: enough to keep many workers
    /// busy, as each is trained by one at a time.
    private static let challengers = 32
    /// Trainings of one schedule in the search.
    private static let mostRuns = 8
    /// Share of the multiply–adds, and of the trainings behind the quorum, that may go to other
    /// trainings than a schedule's first.
    ///
    /// Without the second limit a few long trainings early in a search pay for repeating mediocre
    /// schedules. Measured over recorded trainings of parity, 300 searches: 20.8 connections
    /// (20.2–21.7) against 23.1 (22.0–24.4) with 25 trainings' worth of compute, 17.8 against 18.2
    /// with 60; over those of digits, with 1 and 8 workers, from 3 % fewer to 1 % more.
    private static let replicateShare = 0.5
    /// Chance of beating the incumbent below which a schedule is left alone.
    private static let leastChance = 0.15
    /// Trainings before which there is nothing to compare.
    private static let quorum = 10
    /// Standard errors that the incumbent's mean has to be better by than a mean without error.
    private static let leaderErrors = 3.0
    /// The same for those that are certified, which are trained again anyhow.
    private static let finalistErrors = 0.5

    /// The schedule to be trained again before a new one is tried, if any.
    ///
    /// - Complexity: O(1): at most 40 schedules are compared.
    public func nextReplicate() -> GrowthSchedule? {
        guard ranking.count >= Self.quorum, let incumbent, affordsReplicate else { return nil }
        let challenger = strongestChallenger(of: incumbent)
        if defends(incumbent, against: challenger) { return incumbent.schedule }
        return challenger?.schedule
    }

    private var affordsReplicate: Bool {
        let trainings = Double(spent.trainings - Self.quorum)
        return repeated.work < Self.replicateShare * spent.work
            && Double(repeated.trainings) < Self.replicateShare * trainings
    }

    private func strongestChallenger(of incumbent: Standing) -> Standing? {
        let open = best(Self.challengers).filter {
            $0.place != incumbent.place && $0.runs < Self.mostRuns && $0.running == 0
                && $0.runs > $0.tally.misses
        }
        let chances = open.map { chance(of: $0, against: incumbent) }
        guard let best = chances.indices.max(by: { chances[$0] < chances[$1] }),
            chances[best] > Self.leastChance
        else { return nil }
        return open[best]
    }

    /// Whether the incumbent is due: it must not rest on fewer trainings than who challenges it.
    private func defends(_ incumbent: Standing, against challenger: Standing?) -> Bool {
        guard incumbent.running == 0, incumbent.runs < Self.mostRuns else { return false }
        guard let challenger else { return true }
        return incumbent.runs <= challenger.runs
    }

    /// The chance that a schedule's expected cost is below the incumbent's.
    private func chance(of standing: Standing, against incumbent: Standing) -> Double {
        let spread =
            noise.deviation
            * (1 / Double(standing.runs) + 1 / Double(incumbent.runs)).squareRoot()
        return normalShare(below: (incumbent.mean - standing.mean) / spread)
    }

    /// Where the schedule with the lowest upper bound of its expected cost is in `ranked`.
    ///
    /// The best of many schedules that were trained once is a lucky one: with 64 workers, over
    /// recorded trainings of digits, incumbents by a bound of one standard error had 1.3 trainings
    /// and cost three times what these said. With three errors, what searches had found on the way
    /// was 5 % better, with 8 workers 3 %, with one the same.
    func leader() -> Int? {
        func bound(_ standing: Standing) -> (Double, Int) {
            (upperBound(of: standing.tally, errors: Self.leaderErrors), standing.place)
        }
        return ranking.prefix(Self.shortlist).filter { ranked[$0].hasReached }
            .min { bound(ranked[$0]) < bound(ranked[$1]) }
    }

    /// The schedules to certify, the most promising first; only such as have reached the target.
    ///
    /// Half a standard error is added to each mean, because a mean of few trainings that looks good
    /// is mostly luck.
    public func finalists(_ count: Int) -> [Standing] {
        func bound(_ standing: Standing) -> (Double, Int) {
            (cautiousMean(of: standing.tally), standing.place)
        }
        let reached = best(Self.shortlist).filter(\.hasReached)
        return Array(reached.sorted { bound($0) < bound($1) }.prefix(count))
    }

    /// Tells whether a schedule may still beat the best one: their means differ by no more than the
    /// standard error of that difference.
    ///
    /// - Precondition: both have trainings that are over.
    public func mayStillBeat(_ best: CostTally, _ other: CostTally) -> Bool {
        let spread =
            noise.deviation * (1 / Double(best.runs) + 1 / Double(other.runs)).squareRoot()
        return other.mean - best.mean <= spread
    }

    /// The mean of some trainings, and half a standard error more.
    ///
    /// - Precondition: there are such trainings.
    public func cautiousMean(of tally: CostTally) -> Double {
        upperBound(of: tally, errors: Self.finalistErrors)
    }

    /// The mean of some trainings, and so many standard errors more.
    private func upperBound(of tally: CostTally, errors: Double) -> Double {
        tally.mean + errors * noise.deviation / Double(tally.runs).squareRoot()
    }
}
