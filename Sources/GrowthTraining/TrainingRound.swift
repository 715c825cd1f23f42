internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// One growth to the target, and the thinning after it.
///
/// A network that has grown to its limit is thinned too: with the smaller steps of thinning it may
/// reach a target that it did not reach in growth.
struct TrainingRound {
    private let task: TrainingTask
    private var growth: GrowthPhase
    private var thinning: ThinningPhase?
    /// The network with which growth has confirmed the target.
    private var grown: HeldNetwork?
    /// Number of connections when thinning began; 0 before.
    private(set) var peak = 0

    init(_ task: TrainingTask, instructionSet: InstructionSet) {
        self.task = task
        growth = GrowthPhase(task, instructionSet: instructionSet)
    }

    /// The smallest network that has confirmed the target.
    var held: HeldNetwork? { thinning?.held ?? grown }

    /// The count at which thinning last failed, although a larger network held the target.
    var failedCount: Int? { thinning?.failedCount }

    /// The current part of the training.
    var phase: TrainingPhase { thinning?.name ?? .grow }

    /// Trains for some steps, or until thinning changes to tuning.
    mutating func train(_ learner: inout Learner, steps: Int) {
        if thinning == nil {
            growth.train(&learner, steps: steps)
        } else {
            thinning?.train(&learner, steps: steps)
        }
    }

    /// Records the check of a growing network.
    mutating func note(_ check: Check, _ learner: Learner) {
        growth.note(check, learner)
        if growth.advice(for: learner.size.connections) == .targetConfirmed {
            grown = HeldNetwork(learner)
        }
    }

    /// Acts on the last check: grows, or continues with thinning or its next stage.
    ///
    /// - Returns: whether the round continues.
    mutating func adapt(to check: Check, _ learner: inout Learner) -> Bool {
        if thinning != nil { return thinning?.note(check, &learner) ?? false }
        switch growth.advice(for: learner.size.connections) {
        case .train: return true
        case .grow: return grow(&learner)
        case .overshootDone: return beginThinning(&learner)
        case .outgrown: return thinBest(&learner)
        case .targetConfirmed:
            return growth.overshoot(from: learner.size.connections)
                ? grow(&learner) : beginThinning(&learner)
        }
    }

    private mutating func grow(_ learner: inout Learner) -> Bool {
        growth.grow(&learner) || (task.schedule.thinning != .none && beginThinning(&learner))
    }

    /// Thins the best network: smaller steps and the decay of thinning may bring it to the target.
    private mutating func thinBest(_ learner: inout Learner) -> Bool {
        let schedule = task.schedule
        guard schedule.growthReturn == .thin, schedule.thinning != .none,
            let best = growth.bestNetwork
        else { return false }
        learner.replace(with: best)
        return beginThinning(&learner)
    }

    private mutating func beginThinning(_ learner: inout Learner) -> Bool {
        if let grown, grown.size.connections <= task.schedule.thinningGoal { return false }
        peak = learner.connectionCount
        thinning = ThinningPhase(task, held: grown, from: &learner)
        return true
    }
}
