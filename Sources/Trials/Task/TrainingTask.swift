public import Randomness

/// Everything that determines a training, to the last bit of its report.
public struct TrainingTask: Hashable, Codable, Sendable {
    /// How the network grows.
    public let schedule: GrowthSchedule
    /// The dataset that it is trained on.
    public let dataset: DatasetDigest
    /// How the rows are shared out.
    public let split: SplitPlan
    /// What the validation score must reach.
    public let target: TargetScore
    /// The origin of all randomness in the training.
    public let seed: Seed
    /// Where it stops at the latest.
    public let limits: TrainingLimits
    /// The connections past which the trial no longer matters; it stops there as censored.
    public let cap: Int?

    /// States a task.
    public init(
        schedule: GrowthSchedule, dataset: DatasetDigest, split: SplitPlan, target: TargetScore,
        seed: Seed, limits: TrainingLimits = TrainingLimits(), cap: Int? = nil
    ) {
        self.schedule = schedule
        self.dataset = dataset
        self.split = split
        self.target = target
        self.seed = seed
        self.limits = limits
        self.cap = cap
    }

    /// The same task with this cap, unless it has a lower one.
    public func capped(at cap: Int?) -> TrainingTask {
        TrainingTask(
            schedule: schedule, dataset: dataset, split: split, target: target, seed: seed,
            limits: limits, cap: [self.cap, cap].compactMap(\.self).min())
    }
}
