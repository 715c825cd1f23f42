import Randomness
import ScheduleSearch

extension StudyState {
    /// The best schedule so far: the winner among the finalists once it is confirmed; before that,
    /// the leading finalist or, if there is none, the best schedule of the search.
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
