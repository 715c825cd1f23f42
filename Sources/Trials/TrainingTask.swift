public import Randomness

/// How the rows of a dataset are shared out between training, validation and test.
///
/// Rows that the dataset itself marks as validation or test stay so; the shares say how much of
/// the rest is drawn for a part that the dataset does not provide.
public struct SplitPlan: Hashable, Codable, Sendable {
    /// Share of the undivided rows that go to validation (0…1).
    public let validation: Double
    /// Share of the undivided rows that go to test (0…1).
    public let test: Double
    /// Decides which rows go where.
    public let seed: Seed
    /// Uses all rows for all three parts, as puzzles like XOR and two spirals want.
    public let sharesRows: Bool

    /// Shares out rows.
    public init(validation: Double, test: Double, seed: Seed, sharesRows: Bool = false) {
        self.validation = validation
        self.test = test
        self.seed = seed
        self.sharesRows = sharesRows
    }

    private enum CodingKeys: String, CodingKey {
        case validation, test, seed
        case sharesRows = "shares_rows"
    }
}

/// Where a trial stops at the latest, counted so that every machine stops at the same place.
public struct TrainingLimits: Hashable, Codable, Sendable {
    /// Most checks of the validation score.
    public let checks: Int
    /// Most multiply–adds of training, evaluation and scoring.
    public let multiplyAdds: Int
    /// Most connections that a network may grow to.
    public let connections: Int

    /// Sets the limits; the defaults let a trial on small data run for about half a minute.
    public init(
        checks: Int = 2000, multiplyAdds: Int = 200_000_000_000, connections: Int = 20_000
    ) {
        self.checks = checks
        self.multiplyAdds = multiplyAdds
        self.connections = connections
    }

    /// The same limits with at most so many multiply–adds, if a number is given.
    public func with(effort: Int?) -> TrainingLimits {
        TrainingLimits(
            checks: checks, multiplyAdds: min(multiplyAdds, effort ?? multiplyAdds),
            connections: connections)
    }

    private enum CodingKeys: String, CodingKey {
        case checks, connections
        case multiplyAdds = "multiply_adds"
    }
}

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
