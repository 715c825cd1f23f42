internal import Randomness
internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// A later round of growth and thinning, which starts from the smallest network so far.
///
/// It uses other random numbers, and grows no larger than the round before it did: at that size a
/// later round is not better. Growing a little and thinning again is an iterated local search over
/// networks; each round may leave the place where the last one got stuck.
/// Sources: Lourenço, Martin, Stützle, "Iterated local search", 2003; Dai, Yin, Jha, "NeST", 2019
/// (alternating growing and pruning); Han et al., "DSD", 2017 (keeping the weights); Frankle and
/// Carbin 2019 (rewinding the weights).
struct LaterRound {
    /// The task of the training, with another seed and limit.
    let task: TrainingTask
    private let held: HeldNetwork

    /// Prepares a round.
    ///
    /// - Parameters:
    ///   - number: of the round, from 2.
    ///   - held: the smallest network so far.
    ///   - peak: connections to which the round before it grew.
    init(_ task: TrainingTask, number: Int, from held: HeldNetwork, peak: Int) {
        self.held = held
        self.task = task.round(number, connections: min(task.limits.connections, peak))
    }

    /// Gives a learner the network with which the round starts.
    func begin(_ learner: inout Learner) {
        var network = held.network
        network.removeDeadNodes()
        var generator = task.seed.derived(for: .initialWeights).generator()
        let schedule = task.schedule
        switch schedule.secondGrowth {
        case .none, .keep: break
        case .rewind: network.rewind { schedule.firstWeight(fanIn: $0, &generator) }
        case .reinitialise:
            network.reinitialise { schedule.firstWeight(fanIn: $0, &generator) }
        }
        learner.rule = OptimizerRule(schedule, weightDecay: schedule.weightDecay)
        learner.replace(with: network)
    }
}

extension TrainingTask {
    /// The same task with the seed of a round, counted from 1, and a limit of connections.
    func round(_ number: Int, connections: Int) -> TrainingTask {
        TrainingTask(
            schedule: schedule, dataset: dataset, split: split, target: target,
            seed: number == 1 ? seed : seed.derived(for: .secondGrowth, index: UInt64(number - 2)),
            limits: TrainingLimits(
                checks: limits.checks, multiplyAdds: limits.multiplyAdds,
                connections: connections),
            cap: cap, method: method)
    }
}
