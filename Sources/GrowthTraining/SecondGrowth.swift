internal import Randomness
internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// A second round of growth and thinning, which starts from what the first one left.
///
/// It draws other random numbers, and grows no further than the first one did: by then it has
/// found nothing better.
/// Sources: Dai, Yin, Jha, "NeST", 2019 (growing and pruning by turns); Han et al., "DSD", 2017
/// (with the weights kept); Frankle and Carbin 2019 (with the weights rewound).
struct SecondGrowth {
    /// The first task, with a seed and a limit of its own.
    let task: TrainingTask
    private let start: SecondGrowthStart

    /// Prepares a second round, if the schedule wants one and anything is left to gain.
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

    /// Gives a learner the network that the second round starts from.
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
