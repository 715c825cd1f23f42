package import ScheduleSearch
package import Trials

/// What the user asked for; it never changes once a study has begun, its budget apart.
package struct StudyDefinition: Hashable, Codable, Sendable {
    /// The study's name.
    package let name: String
    /// The dataset, by its content.
    package let dataset: DatasetDigest
    /// What kind of target the data have.
    package let learning: LearningTask
    /// How the rows are shared out.
    package let split: SplitPlan
    /// What a network must reach.
    package let target: TargetScore
    /// The share of its trainings that must reach the target for a schedule to win while another
    /// one's does (0…1).
    package let reliability: Double
    /// The schedules to search.
    package let space: SearchSpace
    /// How to search them.
    package let search: SearchSettings
    /// Where a trial stops at the latest.
    package let limits: TrainingLimits
    /// How the winner is chosen.
    package let certification: CertificationPlan

    /// The reliability of studies that do not say otherwise.
    package static let usualReliability = 0.8

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
