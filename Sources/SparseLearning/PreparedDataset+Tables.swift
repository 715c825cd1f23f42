public import Datasets
public import SparseNetworks

extension PreparedDataset {
    /// The training rows, as a network reads them.
    public var trainingTable: RowTable { RowTable(training) }
    /// The validation rows, as a network reads them.
    public var validationTable: RowTable { RowTable(validation) }
}
