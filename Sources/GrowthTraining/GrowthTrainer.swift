public import Datasets
public import SparseLearning
public import SparseNetworks
public import Trials

/// Trains a sparse network that grows until it reaches a target, and is then thinned.
///
/// The network starts small. After `patience` checks without improvement it gets more connections
/// and, sometimes, hidden nodes, until two checks in a row are at or beyond the target. Without
/// thinning the training ends then. With thinning the network grows further by the overshoot, and
/// is then thinned and tuned, to a chain of smaller and smaller counts. A schedule may have several
/// rounds of both, each of which starts from the smallest network so far, or anew while there is
/// none. The result is the smallest network that held the target in two checks in a row. The same
/// task gives the same report, to the last bit, with every instruction set.
///
/// Without thinning, a cap ends a training when the network passes it. With thinning, a cap ends a
/// training when later rounds are unlikely to get below it, as `ThinningPassage` says: by what
/// the rounds so far held and, in the second half of them, when a stage could not hold the target
/// at one and a half times the cap, although a larger network did.
///
/// Sources: Feng, Li, Li, "Growing Sparse Neural Networks", Journal of Applied Sciences 26(2),
/// 2008; Evci et al., "Rigging the lottery", 2020; Zhu and Gupta, "To prune, or not to prune",
/// 2018.
public struct GrowthTrainer: Sendable {
    private let task: TrainingTask
    private let dataset: PreparedDataset
    private let instructionSet: InstructionSet

    /// Prepares a training.
    ///
    /// - Precondition: each part of the dataset has rows, and the target's metric fits them.
    public init(
        task: TrainingTask,
        dataset: PreparedDataset,
        instructionSet: InstructionSet = .best
    ) {
        self.task = task
        self.dataset = dataset
        self.instructionSet = instructionSet
    }

    /// Trains, and calls the observer after every check.
    ///
    /// - Returns: `nil` if the observer stopped the training.
    public func train(
        observing observe: (GrowthPoint) -> TrainingDecision = { _ in .proceed(cap: nil) }
    ) -> TrainedNetwork? {
        var run = TrainingRun(task, dataset, instructionSet)
        var cap = task.cap
        while true {
            if let cap, run.isBeyond(cap: cap) { return run.finished(.censored(cap: cap)) }
            switch observe(run.advance()) {
            case .stop: return nil
            case .proceed(let lower): cap = [cap, lower].compactMap(\.self).min()
            }
            if let outcome = run.verdict { return run.finished(outcome) }
            if let cap, run.isBeyond(cap: cap) { return run.finished(.censored(cap: cap)) }
            if let outcome = run.adapt() { return run.finished(outcome) }
        }
    }
}
