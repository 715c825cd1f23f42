import Randomness
import ScheduleSearch

extension StudyState {
    /// The best schedule so far: the winner among the finalists once it is confirmed; before that,
    /// the leading finalist or, if there is none, the best schedule of the search.
    ///
    /// - Complexity: O(finalists · replicates).
    package var best: BestSoFar? {
        if let winner = certificate() {
            return BestSoFar(
                trial: winner.trial, schedule: winner.schedule, connections: winner.connections,
                trainings: winner.replicates)
        }
        if let leading = leadingFinalist() { return bestSoFar(leading, tally(of: leading)) }
        return standings.incumbent.flatMap { standing in
            let tally = tally(of: standing.firstTrial, searched: standing.tally)
            return bestSoFar(Finalist(standing), tally)
        }
    }

    private func bestSoFar(_ finalist: Finalist, _ tally: CostTally) -> BestSoFar? {
        tally.hitMean.map { mean in
            BestSoFar(
                trial: finalist.trial, schedule: finalist.schedule,
                connections: Elementary.exp(mean), trainings: tally.runs)
        }
    }
}
