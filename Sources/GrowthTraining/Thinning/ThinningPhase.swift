internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// The phase of a training in which the network is thinned to a chain of smaller counts.
struct ThinningPhase {
    /// Number of first stages that may fail while no network has held the target.
    private static let mostFirstFailures = 3

    private let schedule: GrowthSchedule
    private var chain: ThinningChain
    private var rewiring: Rewiring
    private var stage: ThinningStage
    /// The network with which the first stage starts; `nil` after that stage.
    private var start: SparseNetwork?
    /// The share of the connections at the target that the first stage keeps.
    private var firstRate: Double
    private var firstFailures = 0
    private var hasDecay = true
    /// The count at which the chain last failed, although a larger network held the target.
    private(set) var failedCount: Int?
    /// The smallest network that has confirmed the target; `nil` if none has.
    private(set) var held: HeldNetwork?

    /// Starts with a network that has grown past the one that held the target, or to its limit.
    init(_ task: TrainingTask, held: HeldNetwork?, from learner: inout Learner) {
        schedule = task.schedule
        chain = ThinningChain(
            rate: schedule.thinningRate, failures: schedule.thinningFailures)
        rewiring = .ofThinning(task)
        firstRate = schedule.firstThinningRate
        self.held = held
        let start = learner.current
        self.start = start
        stage = ThinningStage(schedule, from: start.connectionCount, to: start.connectionCount)
        learner.rule = OptimizerRule(schedule, weightDecay: schedule.thinningWeightDecay)
        beginFirstStage(from: start)
    }

    /// Thins to a share of the connections that held the target; if none did, to a share of the
    /// start.
    private mutating func beginFirstStage(from start: SparseNetwork) {
        let count = held?.size.connections ?? start.connectionCount
        let goal = max(schedule.thinningGoal, Int((firstRate * Double(count)).rounded()))
        stage = ThinningStage(
            schedule, from: start.connectionCount, to: max(1, min(goal, count - 1)))
    }

    /// The current part of the training.
    var name: TrainingPhase { stage.isTuning ? .tune : .thin }

    /// Trains until the next check is due, for at most this many steps.
    mutating func train(_ learner: inout Learner, steps: Int) {
        stage.train(&learner, steps: steps, rewiring: &rewiring)
    }

    /// Handles a check.
    ///
    /// - Returns: whether thinning continues.
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

    /// Repeats the first stage: without the weight decay of thinning, or keeping more connections.
    ///
    /// Large weights cost no connections, and classes that interlock, as in two spirals, need them.
    private mutating func triesAgain(
        from start: SparseNetwork, _ learner: inout Learner
    ) -> Bool {
        if hasDecay, schedule.triesWithoutDecay {
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
