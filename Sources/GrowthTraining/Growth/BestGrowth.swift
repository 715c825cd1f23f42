internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// The best state of a growing network, to which it can return.
///
/// A network that overfits gets no better however large it becomes. It has outgrown its best state
/// if it is `growth_reach` times as large as when its score or its loss last became better.
/// Networks that are small for the training rows do not overfit, and some tasks, as parity, need
/// many connections for any progress, so a network with a small share of the rows' targets counts
/// as no larger than that.
struct BestGrowth {
    /// Connections for each target of the training rows up to which a state counts as the best.
    private static let smallShare = 0.125

    private let schedule: GrowthSchedule
    private let target: TargetScore
    /// The smallest shortfall of the score, and the smallest loss.
    private var least = (shortfall: Double.infinity, loss: Double.infinity)
    /// Number of connections when one of them last became smaller.
    private var size = 0
    /// The network with the smallest shortfall; if equal, with the smaller loss.
    private(set) var network: SparseNetwork?

    init(_ task: TrainingTask) {
        schedule = task.schedule
        target = task.target
    }

    /// Records a check.
    mutating func note(_ check: Check, _ learner: Learner) {
        guard schedule.growthReturn != .none, check.isFinite else { return }
        let shortfall = target.shortfall(of: check.score)
        let hasBetterScore = shortfall < least.shortfall
        let hasBetterLoss = check.loss < least.loss * (1 - schedule.minimumImprovement)
        guard hasBetterScore || hasBetterLoss else { return }
        size = max(
            learner.size.connections,
            Int(Self.smallShare * Double(learner.table.rowCount * learner.outputCount)))
        if hasBetterScore || shortfall == least.shortfall { network = learner.current }
        least = (min(least.shortfall, shortfall), min(least.loss, check.loss))
    }

    /// Whether a network with this many connections has outgrown the best state.
    func isOutgrown(by connections: Int) -> Bool {
        network != nil && Double(connections) > schedule.growthReach * Double(size)
    }
}
