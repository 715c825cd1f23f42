public import Datasets
public import Randomness
public import Trials

extension Dataset {
    /// Splits and scales the dataset for a task.
    ///
    /// - Throws: `DatasetError` if a part of the split is empty.
    public func prepared(for task: TrainingTask) throws(DatasetError) -> PreparedDataset {
        prepared(
            split: try split(task.split, training: task.seed),
            scaling: InputScaling(task.schedule))
    }

    /// The scales of the training rows of a task, with which its network reads new rows.
    ///
    /// - Throws: `DatasetError` if a part of the split is empty.
    public func standardisation(for task: TrainingTask) throws(DatasetError) -> Standardisation {
        standardisation(
            split: try split(task.split, training: task.seed),
            scaling: InputScaling(task.schedule))
    }

    /// Splits the rows as planned for a training.
    ///
    /// - Parameter training: the seed of the training; it matters only if the plan has folds.
    /// - Throws: `DatasetError` if a part of the split is empty.
    public func split(_ plan: SplitPlan, training: Seed) throws(DatasetError) -> RowSplit {
        if let folds = plan.folds {
            return try split(folds: folds, test: plan.test, seed: plan.seed, training: training)
        }
        return try split(
            validation: plan.validation, test: plan.test, seed: plan.seed,
            sharesRows: plan.sharesRows)
    }
}
