public import Datasets
public import SparseNetworks

extension RowTable {
    /// Uses the rows of a part of a dataset without copying them.
    public init(_ samples: Samples) {
        let targets: RowTargets =
            switch samples.targets {
            case .classes(let labels, _): .classes(labels)
            case .values(let values, let width): .values(values, width: width)
            }
        self.init(
            numbers: samples.numbers,
            featureCount: samples.featureCount,
            targets: targets
        )
    }
}
