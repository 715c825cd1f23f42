internal import Randomness
internal import SparseNetworks
package import Trials

/// Drops a network's least useful connections, and adds those that the gradient suggests.
///
/// Scores are compared over the whole network. A connection that is on no path from an input to an
/// output is dropped first. New connections have weight 0 and are chosen as in a growth. Source:
/// Evci et al. 2020 ("Rigging the lottery"), with a score of Sun et al. 2024.
package struct Rewiring {
    private let criterion: ThinningCriterion
    private let growth: ConnectionGrowth
    private let purpose: Seed.Purpose
    private let seed: Seed
    private var count: UInt64 = 0

    private init(
        _ task: TrainingTask, dropping criterion: ThinningCriterion, for purpose: Seed.Purpose
    ) {
        self.criterion = criterion
        self.purpose = purpose
        growth = ConnectionGrowth(task.schedule)
        seed = task.seed
    }

    /// The rewiring during thinning.
    package static func ofThinning(_ task: TrainingTask) -> Self {
        Self(task, dropping: task.schedule.thinning, for: .rewiring)
    }

    /// The rewiring between growths; it drops the same connections as a growth.
    package static func betweenGrowths(_ task: TrainingTask) -> Self {
        Self(task, dropping: .activation, for: .growthRewiring)
    }

    /// Leaves `goal` connections; a share `replaced` of them is new.
    package mutating func rewire(_ learner: inout Learner, to goal: Int, replacing replaced: Double)
    {
        let scores = learner.scoreNextBatches()
        var network = learner.current
        let goal = min(goal, network.connectionCount)
        let kept = goal - min(goal - 1, Int((replaced * Double(goal)).rounded()))
        let dropped = network.leastUseful(
            network.connectionCount - kept, by: criterion, scores)
        var generator = seed.derived(for: purpose, index: count).generator()
        count += 1
        network.removeConnections(at: dropped)
        network.add(
            growth.choose(goal - kept, for: network, by: scores, generator: &generator)
        )
        learner.replace(with: network)
    }
}
