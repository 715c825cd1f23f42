internal import Randomness
internal import SparseNetworks
internal import Trials

/// Drops a network's least useful connections, and grows some where the gradient wants them.
///
/// Scores are compared over the whole network. A connection that is on no path from an input to an
/// output goes first. New connections have the weight 0 and are chosen like those of a growth.
/// Source: Evci et al. 2020 ("Rigging the lottery"), with a score of Sun et al. 2024.
struct Rewiring {
    private let criterion: ThinningCriterion
    private let growth: ConnectionGrowth
    private let seed: Seed
    private var count: UInt64 = 0

    init(_ task: TrainingTask) {
        criterion = task.schedule.thinning
        growth = ConnectionGrowth(criterion: task.schedule.growthCriterion)
        seed = task.seed
    }

    /// Leaves `goal` connections, of which a share `replaced` is new.
    mutating func rewire(_ learner: inout Learner, to goal: Int, replacing replaced: Double) {
        let scores = learner.scoreNextBatch()
        var network = learner.current
        let goal = min(goal, network.connectionCount)
        let kept = goal - min(goal - 1, Int((replaced * Double(goal)).rounded()))
        let ranked = ranking(of: network, by: scores)
        var generator = seed.derived(for: .rewiring, index: count).generator()
        count += 1
        network.removeConnections(at: Array(ranked.prefix(network.connectionCount - kept)))
        network.add(
            growth.choose(goal - kept, for: network, by: scores, generator: &generator)
        )
        learner.replace(with: network)
    }

    /// The positions of all connections, the least useful first; of equals, the later one.
    private func ranking(of network: SparseNetwork, by scores: GrowthScores) -> [Int] {
        let isLive = network.isLive
        let keys = network.weights.indices.map { position in
            guard isLive[position] else { return UInt64(UInt32.max - UInt32(position)) }
            let scale: Float =
                switch criterion {
                case .activation: scores.sourceScales[Int(network.sources[position])]
                case .magnitude, .none: 1
                }
            // Bits of floats that are not negative order like the floats.
            let usefulness = (abs(network.weights[position]) * scale).bitPattern + 1
            return UInt64(usefulness) << 32 | UInt64(UInt32.max - UInt32(position))
        }
        return keys.sorted().map { Int(UInt32.max - UInt32(truncatingIfNeeded: $0)) }
    }
}
