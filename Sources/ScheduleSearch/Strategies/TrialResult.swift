public import Trials

/// The result of one trial of the search, as a strategy learns it.
public struct TrialResult: Hashable, Sendable {
    /// The trial.
    public let trial: TrialID
    /// The schedule that was tried.
    public let schedule: GrowthSchedule
    /// The result.
    public let fitness: Fitness

    /// Describes the result of a trial.
    public init(trial: TrialID, schedule: GrowthSchedule, fitness: Fitness) {
        self.trial = trial
        self.schedule = schedule
        self.fitness = fitness
    }
}
