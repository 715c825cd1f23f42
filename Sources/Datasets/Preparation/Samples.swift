public import RowStorage

/// Scaled rows of one part of a split, ready for a network.
public struct Samples: Hashable, Sendable {
    /// The features: each has mean 0 over the training rows, is scaled by the chosen method and
    /// clipped to ±5; a constant feature is 0.
    public let numbers: RowNumbers
    /// One target per row; values are scaled like features, but not clipped.
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

    /// A copy of the scaled features, shape `[feature × row]`.
    ///
    /// - Complexity: O(numbers) unless they are few.
    public var features: [Float] { numbers.features(featureCount: featureCount) }

    /// The number of rows.
    public var rowCount: Int { targets.rowCount }
}
