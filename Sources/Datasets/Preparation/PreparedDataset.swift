public import RowStorage

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
