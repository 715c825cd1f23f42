import ScheduleSearch
import Trials

/// The choice of the finalists, and when they drop out.
extension StudyState {
    /// Number of fresh seeds before a finalist may be dropped.
    private static let leastReplicates = 2

    /// Chooses the schedules that are trained again, after the search.
    ///
    /// The schedule of the first trial is one of them if it reached the target: it was known before
    /// the search, and the winner must not be worse.
    func chosenFinalists() -> [Finalist] {
        let best = standings.finalists(affordableFinalists)
        let known = [standings.first].compactMap(\.self).filter(\.hasReached)
        return (best + known).reduce(into: []) { chosen, standing in
            if !chosen.contains(where: { $0.trial == standing.firstTrial }) {
                chosen.append(Finalist(standing))
            }
        }
    }

    /// The finalists that may still win, according to their fresh seeds so far.
    ///
    /// A finalist is dropped when its mean is worse than that of the best one by more than the
    /// standard error of the difference. All are judged with the same seeds.
    ///
    /// - Complexity: O(finalists · replicates).
    package var contenders: [Finalist] {
        let tallies = finalists.map { freshTally(of: $0.trial) }
        guard let best = tallies.compactMap(\.self).min(by: { $0.mean < $1.mean }) else {
            return finalists
        }
        return zip(finalists, tallies).filter { _, own in
            own.map { standings.mayStillBeat(best, $0) } ?? true
        }.map(\.0)
    }

    /// The results of a finalist's fresh seeds; `nil` if there are too few.
    private func freshTally(of finalist: TrialID) -> CostTally? {
        var tally = CostTally()
        for record in selections(of: finalist) {
            guard let fitness = record.fitness else { break }
            tally.note(fitness)
        }
        return tally.runs >= Self.leastReplicates ? tally : nil
    }

    /// The best finalist so far, among those with enough fresh seeds.
    func leadingFinalist() -> Finalist? {
        let enough = min(Self.leastReplicates, definition.certification.replicates)
        let tried = finalists.filter { finalist in
            selections(of: finalist.trial).prefix(enough).count(where: \.isOver) == max(1, enough)
        }
        return best(of: tried)
    }

    /// The best schedule so far: the leading finalist or, if there is none, the incumbent of the
    /// search.
    var foremost: Finalist? { leadingFinalist() ?? standings.incumbent.map(Finalist.init) }

    /// The best finalist according to all results: its trainings in the search, and the fresh seeds
    /// that choose among the finalists.
    ///
    /// Measured over recorded trainings of digits, compared with using only fresh seeds (or only
    /// the search if they were not all finished): 2 to 4 % fewer connections with 8 workers, 0 to 3
    /// % with one.
    func best(of finalists: [Finalist]) -> Finalist? {
        let merits = finalists.map(merit(of:))
        return merits.indices.min { merits[$0].isBetter(than: merits[$1]) }.map { finalists[$0] }
    }

    /// The results of a finalist, in the search and with the fresh seeds that choose.
    func tally(of finalist: Finalist) -> CostTally {
        tally(of: finalist.trial, searched: standings[finalist.schedule]?.tally ?? CostTally())
    }

    /// What the trainings of a schedule say, given what those in the search say.
    ///
    /// - Parameter trial: the trial that found the schedule.
    func tally(of trial: TrialID, searched: CostTally) -> CostTally {
        var tally = searched
        for record in selections(of: trial) {
            if let fitness = record.fitness { tally.note(fitness) }
        }
        return tally
    }

    private func merit(of finalist: Finalist) -> FinalistMerit {
        let tally = tally(of: finalist)
        let rate = Double(tally.hits) / Double(max(1, tally.hits + tally.misses))
        return FinalistMerit(
            isReliable: rate >= definition.reliability, hitRate: rate,
            cost: standings.cautiousMean(of: tally))
    }
}

/// The criteria for preferring one finalist to another.
private struct FinalistMerit {
    /// Whether its hit rate is at least the study's reliability.
    let isReliable: Bool
    /// Share of its trainings that reached the target (0…1), without those that a cap stopped.
    let hitRate: Double
    /// Its mean ln cost plus half a standard error.
    let cost: Double

    /// Tells whether this finalist is better: a reliable one is better than an unreliable one;
    /// among reliable ones the lower cost is better, among others the larger hit rate.
    func isBetter(than other: FinalistMerit) -> Bool {
        if isReliable != other.isReliable { return isReliable }
        if !isReliable, hitRate != other.hitRate { return hitRate > other.hitRate }
        return cost < other.cost
    }
}
