import ScheduleSearch
package import Trials

/// A schedule that is trained again, to choose the winner.
package struct Finalist: Hashable, Sendable {
    /// The trial of the search that found it.
    package let trial: TrialID
    /// The schedule.
    package let schedule: GrowthSchedule
}

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
                chosen.append(
                    Finalist(trial: standing.firstTrial, schedule: standing.schedule))
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
        for record in replicates(of: finalist).prefix(definition.certification.replicates) {
            guard let fitness = record.fitness else { break }
            tally.note(fitness)
        }
        return tally.runs >= Self.leastReplicates ? tally : nil
    }
}
