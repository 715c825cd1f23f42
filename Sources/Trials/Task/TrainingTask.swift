public import Randomness

/// Everything that determines a training, to the last bit of its report.
public struct TrainingTask: Hashable, Codable, Sendable {
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

extension TrainingTask {
    enum CodingKeys: String, CodingKey {
        case schedule, dataset, split, target, seed, limits, cap, method
    }

    /// Reads a task; without a method, the network grows.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            schedule: try container.decode(GrowthSchedule.self, forKey: .schedule),
            dataset: try container.decode(DatasetDigest.self, forKey: .dataset),
            split: try container.decode(SplitPlan.self, forKey: .split),
            target: try container.decode(TargetScore.self, forKey: .target),
            seed: try container.decode(Seed.self, forKey: .seed),
            limits: try container.decode(TrainingLimits.self, forKey: .limits),
            cap: try container.decodeIfPresent(Int.self, forKey: .cap),
            method: try container.decodeIfPresent(TrainingMethod.self, forKey: .method) ?? .growth)
    }

    /// Writes a task; the method is left out if it is growth, as before there were methods.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schedule, forKey: .schedule)
        try container.encode(dataset, forKey: .dataset)
        try container.encode(split, forKey: .split)
        try container.encode(target, forKey: .target)
        try container.encode(seed, forKey: .seed)
        try container.encode(limits, forKey: .limits)
        try container.encodeIfPresent(cap, forKey: .cap)
        if method != .growth { try container.encode(method, forKey: .method) }
    }
}
