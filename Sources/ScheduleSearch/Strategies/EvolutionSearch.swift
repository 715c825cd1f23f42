public import Randomness
public import Trials

/// Evolves a population of schedules, one trial at a time, without ever waiting for a generation.
///
/// The first schedules are those to start from, the base, and a design around it. From then on each
/// trial is bred from the best schedules so far by differential evolution. A slow trial delays
/// nobody.
///
/// Children that a density estimate (TPE) or a quadratic model of the costs had chosen from several
/// were no better on recorded trainings of digits, with 1, 8 and 64 workers, so neither is here.
public struct EvolutionSearch: SearchStrategy {
    /// Schedules of the initial design, the base among them.
    private static let designSize = 20
    /// Schedules with a training that is over below which there is nothing to breed from.
    private static let quorum = 4
    /// Trials that are drawn anew, so that no part of the space is given up.
    private static let immigration = 0.05
    /// Children that may have been tried before, until a schedule is drawn.
    private static let retries = 8

    private let space: SearchSpace
    private let seed: Seed
    /// What comes first, in order, as far as it was not tried.
    private var opening: ArraySlice<GrowthSchedule>
    private var history = SuccessHistory()
    /// The children that are under way; only ever looked up.
    private var children: [TrialID: DifferentialEvolution.Child] = [:]

    /// Searches a space.
    ///
    /// - Parameter start: what to try first; what lies outside the space is moved to its edge.
    public init(space: SearchSpace, seed: Seed, start: [GrowthSchedule] = []) {
        self.space = space
        self.seed = seed
        // Trials count from 1, so index 0 is free for the design.
        let design = InitialDesign(
            space: space, count: Self.designSize,
            generator: seed.derived(for: .strategy, index: 0).generator())
        opening = (start.map(space.nearest(to:)) + design.schedules)[...]
    }

    /// Chooses a schedule that was not tried before, as far as a few attempts find one.
    ///
    /// - Complexity: O(dimensions), whatever the number of trials.
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

    /// Learns which steps lead to better schedules.
    public mutating func tell(_ evaluation: Evaluation) {
        guard let child = children.removeValue(forKey: evaluation.trial),
            case .reached(let connections) = evaluation.fitness
        else { return }
        let gain = child.parentMean - Elementary.log(max(1, connections))
        if gain > 0 { history.note(child.factors, gain: gain) }
    }
}
