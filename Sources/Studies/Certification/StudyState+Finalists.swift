import ScheduleSearch
import Trials

/// Who is trained again once the search is over, and how long.
extension StudyState {
    /// Fresh seeds by which a finalist may be dropped at the earliest.
    private static let leastReplicates = 2

    /// Chooses the schedules that are trained again, from the trials of a search that is over.
    ///
    /// The first trial's is among them if it reached the target: it is what was known before the
    /// search, and the winner should not be worse.
    func chosenFinalists() -> [Finalist] {
        let best = standings.finalists(affordableFinalists)
        let known = [standings.first].compactMap(\.self).filter(\.hasReached)
        return (best + known).reduce(into: []) { chosen, standing in
            if !chosen.contains(where: { $0.trial == standing.firstTrial }) {
                chosen.append(Finalist(standing))
            }
        }
    }

    /// The finalists that may still win, by what their fresh seeds said so far.
    ///
    /// A finalist is dropped as soon as its mean is worse than that of the best by more than the
    /// standard error of their difference. All are judged by the same seeds.
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

    /// What the fresh seeds of a finalist say; nothing before there are enough of them.
    private func freshTally(of finalist: TrialID) -> CostTally? {
        var tally = CostTally()
        for record in selections(of: finalist) {
            guard let fitness = record.fitness else { break }
            tally.note(fitness)
        }
        return tally.runs >= Self.leastReplicates ? tally : nil
    }

    /// The finalist that stands best so far, of those with enough fresh seeds.
    func leadingFinalist() -> Finalist? {
        let enough = min(Self.leastReplicates, definition.certification.replicates)
        let tried = finalists.filter { finalist in
            selections(of: finalist.trial).prefix(enough).count(where: \.isOver) == max(1, enough)
        }
        return best(of: tried)
    }

    /// The schedule that stands best so far: a finalist, or else the incumbent of the search.
    var foremost: Finalist? { leadingFinalist() ?? standings.incumbent.map(Finalist.init) }

    /// The finalist that stands best by everything that is known: its trainings in the search, and
    /// the fresh seeds that chose among finalists.
    ///
    /// Measured over recorded trainings of digits, against fresh seeds alone, and the search alone
    /// where these were not all over: 2 to 4 % fewer connections with 8 workers, 0 to 3 % with one.
    func best(of finalists: [Finalist]) -> Finalist? {
        let merits = finalists.map(merit(of:))
        return merits.indices.min { merits[$0].isBetter(than: merits[$1]) }.map { finalists[$0] }
    }

    /// What the trainings of a finalist say, in the search and with the fresh seeds that chose.
    func tally(of finalist: Finalist) -> CostTally {
        var tally = standings[finalist.schedule]?.tally ?? CostTally()
        for record in selections(of: finalist.trial) {
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

/// Why one finalist is preferred to another.
private struct FinalistMerit {
    /// Whether its hit rate is what the study asked for.
    let isReliable: Bool
    /// The share of its trainings that reached the target, of those that no cap stopped (0…1).
    let hitRate: Double
    /// Its mean ln cost, and half a standard error more.
    let cost: Double

    /// Tells whether this finalist is to be preferred: a reliable one before an unreliable one;
    /// among reliable ones the lower cost, else the larger hit rate.
    func isBetter(than other: FinalistMerit) -> Bool {
        if isReliable != other.isReliable { return isReliable }
        if !isReliable, hitRate != other.hitRate { return hitRate > other.hitRate }
        return cost < other.cost
    }
}
