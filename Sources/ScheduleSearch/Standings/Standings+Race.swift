public import Trials

/// Chooses the schedules to train again, because another seed may show that they beat the
/// incumbent.
///
/// One training says little about its schedule, so without repeats a lucky schedule would win every
/// search. A promising schedule is trained with the next seeds of a list that all schedules share,
/// until it is clear whether it beats the incumbent. The incumbent is trained as often as its
/// challenger.
///
/// Sources: Maron and Moore, "Hoeffding races" (1994); López-Ibáñez et al., "The irace package"
/// (2016) for the shared seeds.
extension Standings {
    /// Number of schedules that are compared: those with the best means.
    private static let shortlist = 40
    /// Number of schedules that may be trained again: those with the best means.
    ///
    /// It is large enough to keep many workers busy, because each schedule is trained by one worker
    /// at a time.
    private static let challengers = 32
    /// Most trainings of one schedule in the search.
    private static let mostRuns = 8
    /// Largest share of repeated trainings, both of the multiply–adds and of the trainings after
    /// the first `quorum`.
    ///
    /// Without the second limit, a few long trainings early in a search pay for repeating mediocre
    /// schedules. Measured over recorded trainings of parity, 300 searches: 20.8 connections
    /// (20.2–21.7) with the limit and 23.1 (22.0–24.4) without, with the compute of 25 trainings;
    /// 17.8 and 18.2 with that of 60. On digits, with 1 and 8 workers, between 3 % fewer and 1 %
    /// more.
    private static let replicateShare = 0.5
    /// A schedule is not trained again if its chance of beating the incumbent is smaller than this.
    private static let leastChance = 0.15
    /// Number of schedules with results before any training is repeated.
    private static let quorum = 10
    /// Number of standard errors added to the mean when the incumbent is chosen.
    private static let leaderErrors = 3.0
    /// The same number for finalists, which are trained again in any case.
    private static let finalistErrors = 0.5

    /// The schedule to train again before a new one is tried; `nil` if there is none.
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

    /// Whether the incumbent must be trained: it needs at least as many trainings as its
    /// challenger.
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

    /// The index in `ranked` of the schedule with the lowest upper bound of its expected cost.
    ///
    /// The best of many schedules that were trained once is usually a lucky one. Over recorded
    /// trainings of digits with 64 workers, incumbents chosen with a bound of one standard error
    /// had 1.3 trainings, and their true cost was three times their mean. With three errors, the
    /// incumbents during the search were 5 % better with 64 workers, 3 % with 8, and equal with
    /// one.
    func leader() -> Int? {
        // It runs after each report, so each bound is computed once, and no standing is copied.
        var leader: Int?
        var least = (bound: Double.infinity, place: Int.max)
        for index in ranking.prefix(Self.shortlist) where ranked[index].tally.hits > 0 {
            let bound = upperBound(of: ranked[index].tally, errors: Self.leaderErrors)
            let own = (bound, ranked[index].place)
            if leader == nil || own < least { (leader, least) = (index, own) }
        }
        return leader
    }

    /// The schedules to certify, the most promising first; all of them have reached the target.
    ///
    /// Half a standard error is added to each mean, because a good mean of few trainings is mostly
    /// luck.
    public func finalists(_ count: Int) -> [Standing] {
        func bound(_ standing: Standing) -> (Double, Int) {
            (cautiousMean(of: standing.tally), standing.place)
        }
        let reached = best(Self.shortlist).filter(\.hasReached)
        return Array(reached.sorted { bound($0) < bound($1) }.prefix(count))
    }

    /// Tells whether a schedule may still beat the best one: their means differ by at most the
    /// standard error of the difference.
    ///
    /// - Precondition: both have finished trainings.
    public func mayStillBeat(_ best: CostTally, _ other: CostTally) -> Bool {
        let spread =
            noise.deviation * (1 / Double(best.runs) + 1 / Double(other.runs)).squareRoot()
        return other.mean - best.mean <= spread
    }

    /// The mean of some trainings plus half a standard error.
    ///
    /// - Precondition: there is at least one training.
    public func cautiousMean(of tally: CostTally) -> Double {
        upperBound(of: tally, errors: Self.finalistErrors)
    }

    /// The mean of some trainings plus a number of standard errors.
    private func upperBound(of tally: CostTally, errors: Double) -> Double {
        tally.mean + errors * noise.deviation / Double(tally.runs).squareRoot()
    }
}
