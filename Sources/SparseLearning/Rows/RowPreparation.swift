public import Datasets
public import Randomness
public import Trials

/// What determines how the rows of a dataset are split and scaled for a task.
///
/// Tasks with equal preparations train on the same rows.
public struct RowPreparation: Hashable, Sendable {
    /// The dataset.
    public let dataset: DatasetDigest
    /// How the rows are split.
    public let split: SplitPlan
    /// The seed of the training, if each has a split of its own; otherwise `nil`.
    public let training: Seed?
    /// How the features are scaled.
    public let scaling: InputScaling

    /// Names what a task needs.
    public init(of task: TrainingTask) {
        dataset = task.dataset
        split = task.split
        training = task.split.folds == nil ? nil : task.seed
        scaling = InputScaling(task.schedule)
    }
}
