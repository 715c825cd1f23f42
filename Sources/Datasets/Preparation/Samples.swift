public import RowStorage

/// Rows that are ready for a network: scaled, complete, and of one part of a split.
public struct Samples: Hashable, Sendable {
    /// The features: each has mean 0 over the training rows and is scaled as asked for, clipped to
    /// ±5; a constant feature is 0.
    public let numbers: RowNumbers
    /// One target a row; values are scaled like features, unclipped.
    public let targets: Targets
    /// The number of features.
    public let featureCount: Int

    /// Takes over scaled rows.
    ///
    /// - Parameter features: shape `[feature × row]`.
    public init(features: [Float], targets: Targets, featureCount: Int) {
        self.init(
            numbers: RowNumbers(features: features, featureCount: featureCount),
            targets: targets, featureCount: featureCount)
    }

    /// Takes over scaled rows in the layout in which they are read.
    public init(numbers: RowNumbers, targets: Targets, featureCount: Int) {
        self.numbers = numbers
        self.targets = targets
        self.featureCount = featureCount
    }

    func moved(_ move: (SharedRows<Float>) -> SharedRows<Float>) -> Samples {
        guard case .byRow(let rows) = numbers else { return self }
        return Samples(numbers: .byRow(move(rows)), targets: targets, featureCount: featureCount)
    }

    /// The scaled features, shape `[feature × row]`, in memory of their own.
    ///
    /// - Complexity: O(numbers) unless they are few.
    public var features: [Float] { numbers.features(featureCount: featureCount) }

    /// The number of rows.
    public var rowCount: Int { targets.rowCount }
}
