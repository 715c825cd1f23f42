internal import Randomness
internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// A second round of growth and thinning, which starts from the result of the first.
///
/// It uses other random numbers, and grows no larger than the first round did: at that size a
/// second round is not better.
/// Sources: Dai, Yin, Jha, "NeST", 2019 (alternating growing and pruning); Han et al., "DSD", 2017
/// (keeping the weights); Frankle and Carbin 2019 (rewinding the weights).
struct SecondGrowth {
    /// The task of the first round, with another seed and limit.
    let task: TrainingTask
    private let start: SecondGrowthStart

    /// Prepares a second round; `nil` if the schedule has none or nothing can be gained.
    init?(_ task: TrainingTask, after first: TrainingRound) {
        let schedule = task.schedule
        guard schedule.secondGrowth != .none, schedule.thinning != .none,
            let held = first.held, held.size.connections > schedule.thinningGoal
        else { return nil }
        start = schedule.secondGrowth
        self.task = TrainingTask(
            schedule: schedule, dataset: task.dataset, split: task.split, target: task.target,
            seed: task.seed.derived(for: .secondGrowth),
            limits: TrainingLimits(
                checks: task.limits.checks,
                multiplyAdds: task.limits.multiplyAdds,
                connections: min(task.limits.connections, first.peak)),
            cap: task.cap, method: task.method)
    }

    /// Gives a learner the network with which the second round starts.
    func begin(_ learner: inout Learner, from held: HeldNetwork) {
        var network = held.network
        network.removeDeadNodes()
        var generator = task.seed.derived(for: .initialWeights).generator()
        let schedule = task.schedule
        switch start {
        case .none, .keep: break
        case .rewind: network.rewind { schedule.firstWeight(fanIn: $0, &generator) }
        case .reinitialise:
            network.reinitialise { schedule.firstWeight(fanIn: $0, &generator) }
        }
        learner.rule = OptimizerRule(schedule, weightDecay: schedule.weightDecay)
        learner.replace(with: network)
    }
}
