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

    fileprivate func moved(_ move: (SharedRows<Float>) -> SharedRows<Float>) -> Samples {
        guard case .byRow(let rows) = numbers else { return self }
        return Samples(numbers: .byRow(move(rows)), targets: targets, featureCount: featureCount)
    }

    /// The scaled features, shape `[feature × row]`, in memory of their own.
    ///
    /// - Complexity: O(numbers) unless they are few.
    public var features: [Float] { numbers.features(featureCount: featureCount) }

    /// The number of rows.
    public var rowCount: Int {
        switch targets {
        case .classes(let labels, _): labels.count
        case .values(let values): values.count
        }
    }
}

/// A dataset split into its three parts and scaled by what the training rows show.
public struct PreparedDataset: Hashable, Sendable {
    /// The rows that weights are fitted to.
    public let training: Samples
    /// The rows that decide when to grow and when to stop.
    public let validation: Samples
    /// The rows that decide nothing.
    public let test: Samples

    /// Takes over three parts.
    public init(training: Samples, validation: Samples, test: Samples) {
        self.training = training
        self.validation = validation
        self.test = test
    }

    /// The same rows, with the tables of scaled numbers at other places in memory.
    ///
    /// Tables of bytes and those that are few numbers stay where they are.
    ///
    /// - Parameter move: gives a table that is equal to the one of a part.
    public func moved(
        _ move: (SharedRows<Float>, DatasetPart) -> SharedRows<Float>
    ) -> PreparedDataset {
        PreparedDataset(
            training: training.moved { move($0, .training) },
            validation: validation.moved { move($0, .validation) },
            test: test.moved { move($0, .test) })
    }
}
