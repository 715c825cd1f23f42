public import Randomness
public import Trials

/// Draws every schedule uniformly and independently of the others: what other strategies must beat.
public struct RandomSearch: SearchStrategy {
    private let space: SearchSpace
    private let seed: Seed

    /// Searches a space.
    public init(space: SearchSpace, seed: Seed) {
        self.space = space
        self.seed = seed
    }

    /// Draws the schedule of a trial, which depends on its number only.
    public mutating func ask(for trial: TrialID) -> GrowthSchedule {
        var generator = seed.generator(for: trial)
        return space.draw(using: &generator)
    }

    /// Notes nothing.
    public mutating func adopt(_ schedule: GrowthSchedule, for trial: TrialID) {}

    /// Learns nothing.
    public mutating func tell(_ evaluation: Evaluation) {}
}

extension Seed {
    /// Starts the stream of numbers that decides one trial.
    ///
    /// No state is carried from trial to trial, so no trial's choices depend on how many numbers
    /// another one drew.
    func generator(for trial: TrialID) -> PhiloxGenerator {
        derived(for: .strategy, index: UInt64(bitPattern: Int64(trial.rawValue))).generator()
    }
}
