import ScheduleSearch
package import Trials

/// A schedule that is trained again to choose the winner.
package struct Finalist: Hashable, Sendable {
    /// The trial of the search that found the schedule.
    package let trial: TrialID
    /// The schedule.
    package let schedule: GrowthSchedule

    /// Takes a schedule from the standings of the search.
    init(_ standing: Standing) {
        trial = standing.firstTrial
        schedule = standing.schedule
    }

    init(trial: TrialID, schedule: GrowthSchedule) {
        self.trial = trial
        self.schedule = schedule
    }
}
