public import Trials

/// What a strategy learns about one trial.
public struct Evaluation: Hashable, Sendable {
    /// The trial.
    public let trial: TrialID
    /// What was tried.
    public let schedule: GrowthSchedule
    /// How it fared.
    public let fitness: Fitness

    /// Tells about a trial.
    public init(trial: TrialID, schedule: GrowthSchedule, fitness: Fitness) {
        self.trial = trial
        self.schedule = schedule
        self.fitness = fitness
    }
}
