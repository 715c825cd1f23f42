internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// The part of a training in which the network grows: to the target, then by the overshoot.
struct GrowthPhase {
    private let schedule: GrowthSchedule
    private var step = 0
    private var trigger: GrowthTrigger
    private var growth: NetworkGrowth
    private var rewiring: Rewiring
    private var confirmation = TargetConfirmation()
    /// The connections to grow on to, once the target is confirmed.
    private var goal: Int?

    init(_ task: TrainingTask, instructionSet: InstructionSet) {
        schedule = task.schedule
        trigger = GrowthTrigger(task.schedule)
        growth = NetworkGrowth(task, instructionSet: instructionSet)
        rewiring = .betweenGrowths(task)
    }

    /// What checks call for.
    enum Advice: Equatable {
        /// More training.
        case train
        /// More connections.
        case grow
        /// The target is confirmed.
        case targetConfirmed
        /// The network has grown past the target by the overshoot, or cannot grow any more.
        case overshootDone
    }

    /// Trains for some steps.
    mutating func train(_ learner: inout Learner, steps: Int) {
        for _ in 0..<steps {
            learner.step(learningRate: trigger.learningRate * schedule.warmUp(atStep: step))
            step += 1
            if isRewiringDue { rewire(&learner) }
        }
    }

    /// A network that was at the target is left as it is until that is confirmed.
    private var isRewiringDue: Bool {
        let interval = schedule.growthRewiringInterval
        return interval > 0 && step % interval == 0 && !confirmation.isAtTarget
    }

    /// Replaces fewer connections the longer there was no improvement, like the learning rate.
    ///
    /// Nobody knows yet when growth will end, so there is nothing to anneal towards.
    private mutating func rewire(_ learner: inout Learner) {
        let annealing = trigger.learningRate / schedule.learningRate
        rewiring.rewire(
            &learner, to: learner.connectionCount,
            replacing: schedule.growthDropFraction * annealing)
    }

    /// Notes a check.
    mutating func note(_ check: Check) {
        trigger.note(loss: check.loss)
        if goal == nil { confirmation.note(check) }
    }

    /// What the checks so far call for, in a network of so many live connections.
    func advice(for connections: Int) -> Advice {
        if let goal { return connections < goal ? .grow : .overshootDone }
        if confirmation.isConfirmed { return .targetConfirmed }
        return trigger.isPlateaued ? .grow : .train
    }

    /// Sets out to grow on from the connections with which the target was confirmed.
    ///
    /// - Returns: whether there is anything to grow on to.
    mutating func overshoot(from connections: Int) -> Bool {
        let wanted = Int((schedule.overshoot * Double(connections)).rounded())
        goal = wanted
        return wanted > connections
    }

    /// Grows the network by one increment.
    ///
    /// - Returns: whether there was room.
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
    /// The share of the step size that a step has, counted from where warming up begins (0…1].
    func warmUp(atStep step: Int) -> Double {
        step < warmUpSteps ? Double(step + 1) / Double(warmUpSteps) : 1
    }
}
