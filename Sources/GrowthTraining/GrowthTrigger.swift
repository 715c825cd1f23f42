internal import Trials

/// Decides when a network has stopped improving, and with it the learning rate.
///
/// A check improves when the validation loss is below the best since the last growth by more than
/// `minimum_improvement` of that best. After `patience` checks without improvement the network
/// should grow. The first check after a growth always improves.
struct GrowthTrigger {
    private let patience: Int
    private let minimumImprovement: Double
    private let initialRate: Double
    private let decay: Double
    private var best = Double.infinity
    private var idleChecks = 0
    /// The step size until the next check.
    private(set) var learningRate: Double

    init(_ schedule: GrowthSchedule) {
        patience = schedule.patience
        minimumImprovement = schedule.minimumImprovement
        initialRate = schedule.learningRate
        decay = schedule.learningRateDecay
        learningRate = schedule.learningRate
    }

    /// Tells whether the network should grow.
    var isPlateaued: Bool { idleChecks >= patience }

    /// Notes the validation loss of a check.
    mutating func note(loss: Double) {
        if best == .infinity || loss < best * (1 - minimumImprovement) {
            best = loss
            idleChecks = 0
            learningRate = initialRate
        } else {
            idleChecks += 1
            learningRate *= decay
        }
    }

    /// Starts anew after a growth.
    mutating func restart() {
        best = .infinity
        idleChecks = 0
        learningRate = initialRate
    }
}
