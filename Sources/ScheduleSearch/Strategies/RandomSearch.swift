public import Randomness
public import Trials

/// Draws every schedule uniformly and independently, as a baseline for other strategies.
///
/// The given schedules come first, as with every strategy.
public struct RandomSearch: SearchStrategy {
    private let space: SearchSpace
    private let seed: Seed
    private let start: [GrowthSchedule]

    /// Searches a space.
    ///
    /// - Parameter start: schedules to try first; one outside the space is moved to its edge.
    public init(space: SearchSpace, seed: Seed, start: [GrowthSchedule] = []) {
        self.space = space
        self.seed = seed
        self.start = (start + [space.base]).map(space.nearest(to:))
    }

    /// Draws the schedule of a trial; it depends only on the trial's number and the schedules that
    /// were tried.
    public mutating func ask(for trial: TrialID, knowing standings: Standings) -> GrowthSchedule {
        if let first = start.first(where: { !standings.contains($0) }) { return first }
        var generator = seed.generator(for: trial)
        return space.draw(using: &generator)
    }

    /// Does nothing: random search does not learn.
    public mutating func tell(_ result: TrialResult) {}
}

extension Seed {
    /// Starts the random numbers for one trial.
    ///
    /// Trials share no state, so a trial's choices do not depend on how many numbers another one
    /// drew.
    func generator(for trial: TrialID) -> PhiloxGenerator {
        derived(for: .strategy, index: UInt64(bitPattern: Int64(trial.rawValue))).generator()
    }
}
