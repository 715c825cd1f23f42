internal import SparseNetworks
internal import Trials

/// The part of a training in which the network is thinned, down a chain of counts.
struct ThinningPhase {
    /// What the first stage, which starts from the overshoot, keeps of the size at the target.
    private static let firstShare = 0.95

    private let schedule: GrowthSchedule
    private var chain: ThinningChain
    private var rewiring: Rewiring
    private var stage: ThinningStage
    private var isFirst = true
    /// The smallest network that has confirmed the target.
    private(set) var held: HeldNetwork

    /// Sets out from a network that has grown past one that held the target.
    init(_ task: TrainingTask, held: HeldNetwork, from learner: Learner) {
        schedule = task.schedule
        chain = ThinningChain(rate: schedule.thinningRate)
        rewiring = Rewiring(task)
        self.held = held
        let goal = (Self.firstShare * Double(held.size.connections)).rounded()
        stage = ThinningStage(
            schedule,
            from: learner.size.connections,
            to: max(1, min(Int(goal), held.size.connections - 1))
        )
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
            if !isFirst { chain.noteFailure(below: held.size.connections) }
            learner.replace(with: held.network)
        }
        isFirst = false
        let count = held.size.connections
        guard let goal = chain.next(below: count) else { return false }
        stage = ThinningStage(schedule, from: count, to: goal)
        return true
    }
}
