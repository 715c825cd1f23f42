public import Datasets
public import SparseLearning
public import SparseNetworks
public import Trials

/// Trains a sparse network that grows until it reaches a target, and is then thinned.
///
/// The network starts small. After `patience` checks without improvement it gains connections and,
/// now and then, hidden nodes, until two checks in a row are at or beyond the target. Without
/// thinning that is the end. With thinning it grows on by the overshoot and is thinned and tuned,
/// down a chain of counts; the smallest network that held the target, by two checks in a row, is
/// the result. A schedule may ask for a second round, from what the first one left; the smaller
/// result counts. Same task, same report, to the last bit, whatever the instruction set.
///
/// A cap ends a training without thinning when the network passes it. With thinning it ends one
/// when a stage of the chain could not hold the target at one and a half times the cap, though a
/// larger network did: the stages that are left would hardly get below it. Where there is a
/// second round, that goes for its chain, and the first round must have ended beyond the cap too.
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

    /// Trains, and tells of every check.
    ///
    /// - Returns: nothing if the observer stopped it.
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
