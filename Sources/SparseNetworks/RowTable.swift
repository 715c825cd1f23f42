public import RowStorage

/// Rows that a network is trained or judged on.
public struct RowTable: Sendable {
    /// The features, in the layout in which they are read fastest.
    public let numbers: RowNumbers
    /// The number of rows.
    public let rowCount: Int
    /// The number of features.
    public let featureCount: Int
    /// One target a row.
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

    /// Takes over rows without a copy.
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

    /// The features, shape `[feature × row]`, in memory of their own.
    ///
    /// - Complexity: O(numbers) unless they are few.
    public var features: [Float] { numbers.features(featureCount: featureCount) }
}
