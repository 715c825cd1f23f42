package import SparseNetworks
package import Trials

extension OptimizerRule {
    /// The rule of a schedule; thinning uses another weight decay.
    package init(_ schedule: GrowthSchedule, weightDecay: Double) {
        let kind: Kind =
            switch schedule.optimizer {
            case .adam: .adam
            case .momentum: .nesterov
            }
        self.init(
            kind, momentum: schedule.momentum, weightDecay: weightDecay, lasso: schedule.lasso)
    }
}
