public import RowStorage

/// Rows on which a network is trained or judged.
public struct RowTable: Sendable {
    /// The features, in the layout that is read fastest.
    public let numbers: RowNumbers
    /// Number of rows.
    public let rowCount: Int
    /// Number of features.
    public let featureCount: Int
    /// One target per row.
    public let targets: RowTargets

    /// Takes over rows.
    ///
    /// - Parameter features: shape `[feature × row]`.
    /// - Precondition: the shapes agree.
    public init(features: [Float], featureCount: Int, targets: RowTargets) {
        self.init(
            numbers: RowNumbers(features: features, featureCount: featureCount),
            featureCount: featureCount, targets: targets)
    }

    /// Takes over rows without copying them.
    ///
    /// - Precondition: the shapes agree.
    public init(numbers: RowNumbers, featureCount: Int, targets: RowTargets) {
        self.numbers = numbers
        self.featureCount = featureCount
        self.targets = targets
        rowCount = targets.rowCount
        precondition(
            numbers.count == featureCount * rowCount,
            "\(numbers.count) values are not \(featureCount) features × \(rowCount) rows"
        )
        if case .bytes(let bytes) = numbers {
            precondition(
                bytes.featureCount == featureCount,
                "bytes of \(bytes.featureCount) features, not \(featureCount)")
        }
    }

    /// A copy of the features, shape `[feature × row]`.
    ///
    /// - Complexity: O(numbers), unless they are stored by feature.
    public var features: [Float] { numbers.features(featureCount: featureCount) }
}
