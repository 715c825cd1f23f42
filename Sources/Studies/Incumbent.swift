import Randomness
import ScheduleSearch
package import Trials

/// The best schedule so far, in short; a `Certificate` tells more.
package struct Incumbent: Hashable, Sendable {
    /// The trial of the search that found the schedule.
    package let trial: TrialID
    /// The schedule.
    package let schedule: GrowthSchedule
    /// Geometric mean of the connections over the trainings that reached the target.
    package let connections: Double
    /// Trainings that this rests on.
    package let trainings: Int
}

extension StudyState {
    /// The best schedule so far: the winner among the finalists once it is confirmed; before that,
    /// the finalist that stands best, or else the best of the search.
    ///
    /// - Complexity: O(finalists · replicates).
    package var incumbent: Incumbent? {
        if let winner = certificate() {
            return Incumbent(
                trial: winner.trial, schedule: winner.schedule, connections: winner.connections,
                trainings: winner.replicates)
        }
        return foremost.flatMap { best in
            let tally = tally(of: best)
            return tally.hitMean.map { mean in
                Incumbent(
                    trial: best.trial, schedule: best.schedule,
                    connections: Elementary.exp(mean), trainings: tally.runs)
            }
        }
    }
}
