internal import SparseNetworks
internal import Trials

/// The part of a training in which the network is thinned, down a chain of counts.
struct ThinningPhase {
    private let schedule: GrowthSchedule
    private var chain: ThinningChain
    private var rewiring: Rewiring
    private var stage: ThinningStage
    /// The network that the first stage starts from, until that has ended.
    private var start: SparseNetwork?
    private var hasDecay = true
    /// The smallest network that has confirmed the target.
    private(set) var held: HeldNetwork

    /// Sets out from a network that has grown past one that held the target.
    init(_ task: TrainingTask, held: HeldNetwork, from learner: inout Learner) {
        schedule = task.schedule
        chain = ThinningChain(rate: schedule.thinningRate)
        rewiring = Rewiring(task)
        self.held = held
        let start = learner.current
        self.start = start
        stage = Self.firstStage(schedule, from: start.connectionCount, held)
        learner.rule = OptimizerRule(schedule, weightDecay: schedule.thinningWeightDecay)
    }

    private static func firstStage(
        _ schedule: GrowthSchedule,
        from start: Int,
        _ held: HeldNetwork
    ) -> ThinningStage {
        let count = held.size.connections
        let goal = Int((schedule.firstThinningRate * Double(count)).rounded())
        return ThinningStage(schedule, from: start, to: max(1, min(goal, count - 1)))
    }

    /// What the training is at.
    var name: TrainingPhase { stage.isTuning ? .tune : .thin }

    /// Trains until the next check is due, after so many steps at most.
    mutating func train(_ learner: inout Learner, steps: Int) {
        stage.train(&learner, steps: steps, rewiring: &rewiring)
    }

    /// Notes a check.
    ///
    /// - Returns: whether thinning goes on.
    mutating func note(_ check: Check, _ learner: inout Learner) -> Bool {
        switch stage.note(check) {
        case nil: return true
        case .held:
            held = HeldNetwork(learner)
            chain.noteSuccess()
        case .failed:
            if let start, hasDecay, schedule.thinningWeightDecay > schedule.weightDecay {
                giveUpDecay(start, &learner)
                return true
            }
            if start == nil { chain.noteFailure(below: held.size.connections) }
            learner.replace(with: held.network)
        }
        start = nil
        let count = held.size.connections
        guard let goal = chain.next(below: count) else { return false }
        stage = ThinningStage(schedule, from: count, to: goal)
        return true
    }

    /// Tries the first stage again with the weight decay of growth, and keeps to that.
    ///
    /// Large weights cost nothing but are indispensable where classes interlock, as in two spirals.
    private mutating func giveUpDecay(_ start: SparseNetwork, _ learner: inout Learner) {
        hasDecay = false
        learner.replace(with: start)
        learner.rule = OptimizerRule(schedule, weightDecay: schedule.weightDecay)
        stage = Self.firstStage(schedule, from: start.connectionCount, held)
    }
}
