public import Randomness
public import Trials

/// Draws every schedule uniformly and independently of the others: what other strategies must beat.
///
/// The schedules to start from come first, like with every strategy.
public struct RandomSearch: SearchStrategy {
    private let space: SearchSpace
    private let seed: Seed
    private let start: [GrowthSchedule]

    /// Searches a space.
    ///
    /// - Parameter start: what to try first; what lies outside the space is moved to its edge.
    public init(space: SearchSpace, seed: Seed, start: [GrowthSchedule] = []) {
        self.space = space
        self.seed = seed
        self.start = (start + [space.base]).map(space.nearest(to:))
    }

    /// Draws the schedule of a trial, which depends on nothing but its number and how many
    /// schedules were tried.
    public mutating func ask(for trial: TrialID, knowing standings: Standings) -> GrowthSchedule {
        if let first = start.first(where: { !standings.contains($0) }) { return first }
        var generator = seed.generator(for: trial)
        return space.draw(using: &generator)
    }

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
