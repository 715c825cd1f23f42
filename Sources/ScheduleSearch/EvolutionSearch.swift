public import Randomness
public import Trials

/// Evolves a population of schedules, one trial at a time, without ever waiting for a generation.
///
/// The first schedules are those to start from, the base, and a design around it. From then on
/// several children are bred from the best schedules so far by differential evolution, and the one
/// is tried that a density estimate finds the most promising. A slow trial delays nobody.
///
/// Both parts are published (see `DifferentialEvolution` and `Screening`); screening the children
/// of an evolution by a surrogate is, among others, in Jin, "Surrogate-assisted evolutionary
/// computation", Swarm and Evolutionary Computation 1 (2011).
public struct EvolutionSearch: SearchStrategy {
    /// Schedules of the initial design, the base among them.
    private static let designSize = 20
    /// Schedules with a training that is over below which there is nothing to breed from.
    private static let quorum = 4
    /// Trials that are drawn anew, so that no part of the space is given up.
    private static let immigration = 0.05
    /// Children of which one is tried.
    private static let litter = 4
    /// Litters that may hold nothing new, until a schedule is drawn.
    private static let retries = 8

    private let space: SearchSpace
    private let seed: Seed
    /// What comes first, in order.
    private let opening: [GrowthSchedule]
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
        opening = start.map(space.nearest(to:)) + design.schedules
    }

    /// Chooses a schedule that was not tried before, as far as a few attempts find one.
    ///
    /// - Complexity: O(dimensions) with at most 320 kernels, and one pass over the schedules.
    public mutating func ask(for trial: TrialID, knowing standings: Standings) -> GrowthSchedule {
        if let next = opening.first(where: { standings[$0] == nil }) { return next }
        var generator = seed.generator(for: trial)
        guard standings.ranking.count >= Self.quorum, !generator.chance(Self.immigration) else {
            return space.draw(using: &generator)
        }
        let screening = Screening(standings, in: space, using: &generator)
        let evolution = DifferentialEvolution(standings, in: space)
        for _ in 0..<Self.retries {
            let bred = (0..<Self.litter).map { _ in
                evolution.child(with: history.draw(using: &generator), using: &generator)
            }
            let new = bred.filter { standings[space.schedule(at: $0.point)] == nil }
            guard let child = screening.best(of: new) else { continue }
            children[trial] = child
            return space.schedule(at: child.point)
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

extension Screening {
    /// The most promising of some children; of equals the first.
    fileprivate func best(
        of children: [DifferentialEvolution.Child]
    ) -> DifferentialEvolution.Child? {
        guard children.count > 1 else { return children.first }
        let scores = children.map { score(of: $0.point) }
        return scores.indices.max { scores[$0] < scores[$1] }.map { children[$0] }
    }
}
