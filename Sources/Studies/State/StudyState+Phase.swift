package import Randomness
import ScheduleSearch
package import Trials

extension StudyState {
    /// The current phase; computed from the trials, so that a larger budget reopens a study.
    ///
    /// - Complexity: O(finalists · replicates).
    package var phase: StudyPhase {
        if wantsSearch || searchTrialsOver < searchTrials { return .searching }
        if nextCertification() != nil { return .certifying }
        return trialsOver == proposedTrials ? .finished : .certifying
    }

    /// The seed of the next training of a schedule in the search.
    ///
    /// All schedules share one list of seeds, so that they are compared with equal luck; a new
    /// schedule is trained with the first seed.
    package func searchSeed(for schedule: GrowthSchedule) -> Seed {
        let number = standings.proposals(of: schedule) + 1
        return definition.search.seed.derived(for: .trial, index: UInt64(number))
    }

    /// The schedule to train again before the strategy is asked for a new one; `nil` if there is
    /// none.
    package func nextReplicate() -> GrowthSchedule? {
        definition.search.racing ? standings.nextReplicate() : nil
    }
}
