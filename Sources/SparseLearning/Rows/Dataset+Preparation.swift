public import Datasets
public import Trials

extension Dataset {
    /// Splits and scales the dataset for a task.
    ///
    /// - Throws: `DatasetError` if a part of the split is empty.
    public func prepared(for task: TrainingTask) throws(DatasetError) -> PreparedDataset {
        let plan = task.split
        let rows = try split(
            validation: plan.validation, test: plan.test, seed: plan.seed,
            sharesRows: plan.sharesRows)
        return prepared(split: rows, scaling: InputScaling(task.schedule))
    }
}
