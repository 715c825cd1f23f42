/// What the rows of a table should be mapped to.
public enum RowTargets: Hashable, Sendable {
    /// One class a row.
    case classes([Int32])
    /// One number a row.
    case values([Float])
}

/// Rows that a network is trained or judged on.
public struct RowTable: Sendable {
    /// Shape `[feature × row]`.
    public let features: [Float]
    /// The number of rows.
    public let rowCount: Int
    /// The number of features.
    public let featureCount: Int
    /// One target a row.
    public let targets: RowTargets

    /// Takes over rows.
    ///
    /// - Precondition: the shapes agree.
    public init(features: [Float], featureCount: Int, targets: RowTargets) {
        self.features = features
        self.featureCount = featureCount
        self.targets = targets
        rowCount =
            switch targets {
            case .classes(let labels): labels.count
            case .values(let values): values.count
            }
        precondition(
            features.count == featureCount * rowCount,
            "\(features.count) values are not \(featureCount) features × \(rowCount) rows"
        )
    }
}
