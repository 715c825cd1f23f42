package import ScheduleSearch
package import Trials

/// What kind of target column the data have, which decides the loss.
package enum LearningTask: String, CaseIterable, Hashable, Codable, Sendable {
    /// Classes; cross-entropy, judged by accuracy.
    case classification
    /// Numbers; squared error, judged by nrmse.
    case regression
}

/// How the winner is chosen at the end: by training the best few again with fresh seeds.
package struct CertificationPlan: Hashable, Codable, Sendable {
    /// Schedules that are trained again, at most.
    ///
    /// Measured over recorded trainings of digits, against 8: with 64 workers, which leave most
    /// schedules with one training, 11 % (4 to 18) fewer connections; with 1 and 8 workers
    /// 0 to 2 %.
    package let finalists: Int
    /// Fresh seeds that a finalist is trained with, unless it is dropped before; the same for all.
    package let replicates: Int
    /// Further seeds that the winner is trained with.
    ///
    /// What is told of it rests on these alone, because a mean that won against others is better
    /// than it should be; 0 tells that mean.
    package let confirmations: Int

    package init(finalists: Int = 32, replicates: Int = 5, confirmations: Int = 10) {
        self.finalists = finalists
        self.replicates = replicates
        self.confirmations = confirmations
    }
}

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
