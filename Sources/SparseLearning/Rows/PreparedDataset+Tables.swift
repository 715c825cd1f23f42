public import Datasets
public import SparseNetworks

extension PreparedDataset {
    /// The training rows in the form for networks.
    public var trainingTable: RowTable { RowTable(training) }
    /// The validation rows in the form for networks.
    public var validationTable: RowTable { RowTable(validation) }
}
