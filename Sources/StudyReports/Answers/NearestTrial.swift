import ScheduleSearch
package import Studies
package import Trials

/// The trial that came nearest to the target, in a study where no trial reached it.
package struct NearestTrial: Hashable, Codable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// Its best score on the validation rows.
    package let validation: Double

    /// Finds the trial; `nil` if none has a score that missed the target.
    ///
    /// - Complexity: O(trials).
    package init?(in history: StudyHistory) {
        let misses = history.trials.compactMap { record -> (trial: TrialID, shortfall: Double)? in
            guard case .missed(let shortfall)? = record.fitness else { return nil }
            return (record.trial, shortfall)
        }
        guard let nearest = misses.min(by: { $0.shortfall < $1.shortfall }) else { return nil }
        trial = nearest.trial
        let target = history.state.definition.target
        validation =
            switch target.metric {
            case .accuracy: target.value - nearest.shortfall
            case .nrmse: target.value + nearest.shortfall
            }
    }
}
