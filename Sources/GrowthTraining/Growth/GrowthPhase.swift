internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// The phase of a training in which the network grows: to the target, then by the overshoot.
struct GrowthPhase {
    private let schedule: GrowthSchedule
    private var step = 0
    private var trigger: GrowthTrigger
    private var growth: NetworkGrowth
    private var rewiring: Rewiring
    private var confirmation = TargetConfirmation()
    private var best: BestGrowth
    /// The number of connections to grow to after the target is confirmed.
    private var goal: Int?

    init(_ task: TrainingTask, instructionSet: InstructionSet) {
        schedule = task.schedule
        trigger = GrowthTrigger(task.schedule)
        growth = NetworkGrowth(task, instructionSet: instructionSet)
        rewiring = .betweenGrowths(task)
        best = BestGrowth(task)
    }

    /// What to do after a check.
    enum Advice: Equatable {
        /// Train more.
        case train
        /// Add connections.
        case grow
        /// The target is confirmed.
        case targetConfirmed
        /// The network has grown past the target by the overshoot, or cannot grow further.
        case overshootDone
        /// The network has outgrown its best state without the target.
        case outgrown
    }

    /// Trains for some steps.
    mutating func train(_ learner: inout Learner, steps: Int) {
        for _ in 0..<steps {
            learner.step(learningRate: trigger.learningRate * schedule.warmUp(atStep: step))
            step += 1
            if isRewiringDue { rewire(&learner) }
        }
    }

    /// A network that reached the target is not rewired until the target is confirmed.
    private var isRewiringDue: Bool {
        let interval = schedule.growthRewiringInterval
        return interval > 0 && step % interval == 0 && !confirmation.isAtTarget
    }

    /// Rewires, and replaces fewer connections the longer there was no improvement.
    ///
    /// The share falls with the learning rate, because the end of growth is not known in advance.
    private mutating func rewire(_ learner: inout Learner) {
        let annealing = trigger.learningRate / schedule.learningRate
        rewiring.rewire(
            &learner, to: learner.connectionCount,
            replacing: schedule.growthDropFraction * annealing)
    }

    /// Records a check.
    mutating func note(_ check: Check, _ learner: Learner) {
        trigger.note(loss: check.loss)
        guard goal == nil else { return }
        confirmation.note(check)
        best.note(check, learner)
    }

    /// The best network that did not confirm the target; `nil` unless the schedule returns to it.
    var bestNetwork: SparseNetwork? { best.network }

    /// What to do after the checks so far, in a network with this many live connections.
    func advice(for connections: Int) -> Advice {
        if let goal { return connections < goal ? .grow : .overshootDone }
        if confirmation.isConfirmed { return .targetConfirmed }
        guard trigger.isPlateaued else { return .train }
        return best.isOutgrown(by: connections) ? .outgrown : .grow
    }

    /// Starts the overshoot from the connections with which the target was confirmed.
    ///
    /// - Returns: whether the network must grow further.
    mutating func overshoot(from connections: Int) -> Bool {
        let wanted = Int((schedule.overshoot * Double(connections)).rounded())
        goal = wanted
        return wanted > connections
    }

    /// Grows the network by one increment.
    ///
    /// - Returns: whether it could grow.
    mutating func grow(_ learner: inout Learner) -> Bool {
        var network = learner.current
        guard let work = growth.grow(&network, of: learner) else {
            return false
        }
        learner.replace(with: network, work: work)
        trigger.restart()
        return true
    }
}

extension GrowthSchedule {
    /// The share of the step size for a step, counted from the start of the warm-up (0…1].
    func warmUp(atStep step: Int) -> Double {
        step < warmUpSteps ? Double(step + 1) / Double(warmUpSteps) : 1
    }
}
