public import Randomness
public import Trials

/// Evolves a population of schedules, one trial at a time, without ever waiting for a generation.
///
/// The first schedules are the given ones, the base, and a design around it. Afterwards each trial
/// is bred from the best schedules so far by differential evolution. A slow trial delays no other
/// trial.
///
/// Choosing between several children with a density estimate (TPE) or a quadratic model of the
/// costs was not better on recorded trainings of digits, with 1, 8 and 64 workers, so neither is
/// used.
public struct EvolutionSearch: SearchStrategy {
    /// Number of schedules with finished trainings that breeding needs.
    private static let quorum = 4
    /// Share of trials that are drawn at random, so that no part of the space is ignored.
    private static let immigration = 0.05
    /// Number of children tried before a schedule is drawn at random, if all were tried before.
    private static let retries = 8

    private let space: SearchSpace
    private let seed: Seed
    /// The first schedules, in order, without those already tried.
    private var opening: ArraySlice<GrowthSchedule>
    private var history = SuccessHistory()
    /// The children under way; never iterated.
    private var children: [TrialID: DifferentialEvolution.Child] = [:]

    /// Searches a space.
    ///
    /// - Parameters:
    ///   - start: schedules to try first; one outside the space is moved to its edge.
    ///   - design: schedules to draw around the base after them, the base included; at least 1.
    public init(
        space: SearchSpace, seed: Seed, start: [GrowthSchedule] = [],
        design size: Int = SearchSettings.usualDesign
    ) {
        self.space = space
        self.seed = seed
        // Trials count from 1, so index 0 is free for the design.
        let design = InitialDesign(
            space: space, size: size, generator: seed.derived(for: .strategy, index: 0).generator())
        opening = (start.map(space.nearest(to:)) + design.schedules)[...]
    }

    /// Chooses a schedule; a few attempts are made to find one that was not tried before.
    ///
    /// - Complexity: O(dimensions), independent of the number of trials.
    public mutating func ask(for trial: TrialID, knowing standings: Standings) -> GrowthSchedule {
        opening = opening.drop { standings.contains($0) }
        if let next = opening.first { return next }
        var generator = seed.generator(for: trial)
        guard standings.ranking.count >= Self.quorum, !generator.chance(Self.immigration) else {
            return space.draw(using: &generator)
        }
        let evolution = DifferentialEvolution(standings, in: space)
        for _ in 0..<Self.retries {
            let child = evolution.child(
                with: history.draw(using: &generator), using: &generator)
            let schedule = space.schedule(at: child.point)
            guard !standings.contains(schedule) else { continue }
            children[trial] = child
            return schedule
        }
        return space.draw(using: &generator)
    }

    /// Learns which factors lead to better schedules.
    public mutating func tell(_ result: TrialResult) {
        guard let child = children.removeValue(forKey: result.trial),
            case .reached(let connections) = result.fitness
        else { return }
        let gain = child.parentMean - Elementary.log(max(1, connections))
        if gain > 0 { history.note(child.factors, gain: gain) }
    }
}
