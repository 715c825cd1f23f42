package import Trials

/// Decides when a network has stopped improving, and sets the learning rate.
///
/// A check improves if the validation loss is below the best since the last growth by more than
/// `minimum_improvement` of that best. After `patience` checks without improvement the network
/// should grow; the first `cooldown` checks after a growth do not count. The first check after a
/// growth always improves. Each further check without improvement multiplies the learning rate by
/// `learning_rate_decay`; an improvement or a growth restores it.
package struct GrowthTrigger {
    private let patience: Int
    private let minimumImprovement: Double
    private let initialRate: Double
    private let decay: Double
    private let cooldown: Int
    /// Number of checks that still do not count.
    private var restingChecks = 0
    private var best = Double.infinity
    private var idleChecks = 0
    /// The step size until the next check.
    package private(set) var learningRate: Double

    /// Starts with the schedule's learning rate.
    package init(_ schedule: GrowthSchedule) {
        patience = schedule.patience
        minimumImprovement = schedule.minimumImprovement
        initialRate = schedule.learningRate
        decay = schedule.learningRateDecay
        cooldown = schedule.cooldown
        learningRate = schedule.learningRate
    }

    /// Tells whether the network should grow.
    package var isPlateaued: Bool { idleChecks >= patience }

    /// Records the validation loss of a check.
    package mutating func note(loss: Double) {
        if best == .infinity || loss < best * (1 - minimumImprovement) {
            best = loss
            idleChecks = 0
            learningRate = initialRate
        } else if restingChecks == 0 {
            idleChecks += 1
            learningRate *= decay
        }
        restingChecks = max(0, restingChecks - 1)
    }

    /// Resets everything after a growth.
    package mutating func restart() {
        best = .infinity
        idleChecks = 0
        restingChecks = cooldown
        learningRate = initialRate
    }
}
