internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// One growth to the target and the thinning after it.
///
/// A network that may not grow any more is thinned too: with the smaller steps of thinning it may
/// reach what it did not reach with those of growth.
struct TrainingRound {
    private let task: TrainingTask
    private var growth: GrowthPhase
    private var thinning: ThinningPhase?
    /// The network with which growth has confirmed the target.
    private var grown: HeldNetwork?
    /// The connections with which thinning began; 0 before.
    private(set) var peak = 0

    init(_ task: TrainingTask, instructionSet: InstructionSet) {
        self.task = task
        growth = GrowthPhase(task, instructionSet: instructionSet)
    }

    /// The smallest network that has confirmed the target.
    var held: HeldNetwork? { thinning?.held ?? grown }

    /// The count at which thinning failed last, though a larger network holds the target.
    var failedCount: Int? { thinning?.failedCount }

    /// What the training is at.
    var phase: TrainingPhase { thinning?.name ?? .grow }

    /// Trains for some steps, or to where thinning turns into tuning.
    mutating func train(_ learner: inout Learner, steps: Int) {
        if thinning == nil {
            growth.train(&learner, steps: steps)
        } else {
            thinning?.train(&learner, steps: steps)
        }
    }

    /// Notes the check of a network that grows.
    mutating func note(_ check: Check, _ learner: Learner) {
        growth.note(check)
        if growth.advice(for: learner.size.connections) == .targetConfirmed {
            grown = HeldNetwork(learner)
        }
    }

    /// Does what the last check calls for: grows, or goes on to thinning or its next stage.
    ///
    /// - Returns: whether the round goes on.
    mutating func adapt(to check: Check, _ learner: inout Learner) -> Bool {
        if thinning != nil { return thinning?.note(check, &learner) ?? false }
        switch growth.advice(for: learner.size.connections) {
        case .train: return true
        case .grow: return grow(&learner)
        case .overshootDone: return beginThinning(&learner)
        case .targetConfirmed:
            return growth.overshoot(from: learner.size.connections)
                ? grow(&learner) : beginThinning(&learner)
        }
    }

    private mutating func grow(_ learner: inout Learner) -> Bool {
        growth.grow(&learner) || (task.schedule.thinning != .none && beginThinning(&learner))
    }

    private mutating func beginThinning(_ learner: inout Learner) -> Bool {
        if let grown, grown.size.connections <= task.schedule.thinningGoal { return false }
        peak = learner.connectionCount
        thinning = ThinningPhase(task, held: grown, from: &learner)
        return true
    }
}
