package import ScheduleSearch
package import Trials

/// What the user asked for; except for the budget, it never changes after a study has begun.
package struct StudyDefinition: Hashable, Codable, Sendable {
    /// The study's name.
    package let name: String
    /// The digest of the dataset.
    package let dataset: DatasetDigest
    /// The kind of target that the data have.
    package let learning: LearningTask
    /// How the rows are split.
    package let split: SplitPlan
    /// The score that a network must reach.
    package let target: TargetScore
    /// The least share of trainings that must reach the target (0…1); a schedule below it wins only
    /// if no schedule is above it.
    package let reliability: Double
    /// The schedules to search.
    package let space: SearchSpace
    /// How to search them.
    package let search: SearchSettings
    /// The limits of a trial.
    package let limits: TrainingLimits
    /// How the winner is chosen.
    package let certification: CertificationPlan

    /// The reliability if a study does not set it.
    package static let usualReliability = 0.8

    /// States what is asked for.
    package init(
        name: String, dataset: DatasetDigest, learning: LearningTask, split: SplitPlan,
        target: TargetScore, space: SearchSpace, search: SearchSettings = SearchSettings(),
        limits: TrainingLimits = TrainingLimits(),
        certification: CertificationPlan = CertificationPlan(),
        reliability: Double = Self.usualReliability
    ) {
        self.name = name
        self.dataset = dataset
        self.learning = learning
        self.split = split
        self.target = target
        self.reliability = reliability
        self.space = space
        self.search = search
        self.limits = limits
        self.certification = certification
    }
}
