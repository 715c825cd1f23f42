public import PlainJSON
public import Randomness

/// Everything that determines a training, to the last bit of its report.
public struct TrainingTask: Hashable, Sendable {
    /// The schedule of growth.
    public let schedule: GrowthSchedule
    /// The dataset to train on.
    public let dataset: DatasetDigest
    /// How the rows are split.
    public let split: SplitPlan
    /// The score that must be reached on the validation rows.
    public let target: TargetScore
    /// The seed of all random numbers in the training.
    public let seed: Seed
    /// The limits of the training.
    public let limits: TrainingLimits
    /// The number of connections above which the trial no longer matters; it stops there as
    /// censored.
    public let cap: Int?
    /// How the network is made; documents leave `growth` out.
    public let method: TrainingMethod

    /// Describes a task.
    public init(
        schedule: GrowthSchedule, dataset: DatasetDigest, split: SplitPlan, target: TargetScore,
        seed: Seed, limits: TrainingLimits = TrainingLimits(), cap: Int? = nil,
        method: TrainingMethod = .growth
    ) {
        self.schedule = schedule
        self.dataset = dataset
        self.split = split
        self.target = target
        self.seed = seed
        self.limits = limits
        self.cap = cap
        self.method = method
    }

    /// The same task with this cap, unless it has a lower one.
    public func capped(at cap: Int?) -> TrainingTask {
        TrainingTask(
            schedule: schedule, dataset: dataset, split: split, target: target, seed: seed,
            limits: limits, cap: [self.cap, cap].compactMap(\.self).min(), method: method)
    }
}

extension TrainingTask: PlainForm {
    /// Describes the fields; the method is left out if it is growth, as before there were methods.
    public init(_ walk: inout FieldWalk, _ value: TrainingTask?) throws {
        cap = try walk.optionalField("cap", value?.cap, in: FieldRange.counts)
        dataset = try walk.word("dataset", value?.dataset)
        limits = try walk.form("limits", value?.limits)
        method = try walk.word("method", value?.method, leavingOut: .growth)
        schedule = try walk.schedule("schedule", value?.schedule)
        seed = try walk.seed(value?.seed)
        split = try walk.form("split", value?.split)
        target = try walk.form("target", value?.target)
    }
}
