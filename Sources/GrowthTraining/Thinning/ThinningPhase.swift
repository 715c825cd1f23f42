internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// The part of a training in which the network is thinned, down a chain of counts.
struct ThinningPhase {
    /// First stages that may fail where nothing has held the target yet.
    private static let mostFirstFailures = 3

    private let schedule: GrowthSchedule
    private var chain: ThinningChain
    private var rewiring: Rewiring
    private var stage: ThinningStage
    /// The network that the first stage starts from, until that has ended.
    private var start: SparseNetwork?
    /// What the first stage keeps of the connections at the target.
    private var firstRate: Double
    private var firstFailures = 0
    private var hasDecay = true
    /// The count at which the chain failed last, though a larger network holds the target.
    private(set) var failedCount: Int?
    /// The smallest network that has confirmed the target, if any has.
    private(set) var held: HeldNetwork?

    /// Sets out from a network that has grown past one that held the target, or as far as it may.
    init(_ task: TrainingTask, held: HeldNetwork?, from learner: inout Learner) {
        schedule = task.schedule
        chain = ThinningChain(rate: schedule.thinningRate)
        rewiring = .ofThinning(task)
        firstRate = schedule.firstThinningRate
        self.held = held
        let start = learner.current
        self.start = start
        stage = ThinningStage(schedule, from: start.connectionCount, to: start.connectionCount)
        learner.rule = OptimizerRule(schedule, weightDecay: schedule.thinningWeightDecay)
        beginFirstStage(from: start)
    }

    /// Thins from the start to a share of what held the target, or else of the start itself.
    private mutating func beginFirstStage(from start: SparseNetwork) {
        let count = held?.size.connections ?? start.connectionCount
        let goal = max(schedule.thinningGoal, Int((firstRate * Double(count)).rounded()))
        stage = ThinningStage(
            schedule, from: start.connectionCount, to: max(1, min(goal, count - 1)))
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
            learner.settleAverages()
            held = HeldNetwork(learner)
            chain.noteSuccess()
        case .failed:
            if let start, triesAgain(from: start, &learner) { return true }
            guard let held else { return false }
            if start == nil {
                chain.noteFailure(below: held.size.connections)
                failedCount = stage.goal
            }
            learner.replace(with: held.network)
        }
        start = nil
        guard let count = held?.size.connections, count > schedule.thinningGoal,
            let goal = chain.next(below: count)
        else { return false }
        stage = ThinningStage(schedule, from: count, to: max(goal, schedule.thinningGoal))
        return true
    }

    /// Tries the first stage again: without the decay of thinning, or keeping more connections.
    ///
    /// Large weights cost nothing but are indispensable where classes interlock, as in two spirals.
    private mutating func triesAgain(
        from start: SparseNetwork, _ learner: inout Learner
    ) -> Bool {
        if hasDecay, schedule.thinningWeightDecay > schedule.weightDecay {
            hasDecay = false
            learner.rule = OptimizerRule(schedule, weightDecay: schedule.weightDecay)
        } else if held == nil, firstFailures < Self.mostFirstFailures {
            firstFailures += 1
            firstRate = firstRate.squareRoot()
        } else {
            return false
        }
        learner.replace(with: start)
        beginFirstStage(from: start)
        return true
    }
}
