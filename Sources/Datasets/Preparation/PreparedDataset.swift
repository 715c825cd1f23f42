public import RowStorage

/// A dataset split into three parts and scaled by its training rows.
public struct PreparedDataset: Hashable, Sendable {
    /// The rows to which the weights are fitted.
    public let training: Samples
    /// The rows that decide when to grow and when to stop.
    public let validation: Samples
    /// The rows that are used for no decision.
    public let test: Samples

    /// Takes over three parts.
    public init(training: Samples, validation: Samples, test: Samples) {
        self.training = training
        self.validation = validation
        self.test = test
    }

    /// The same rows, with the tables of scaled numbers elsewhere in memory.
    ///
    /// Tables of bytes and small tables are not moved.
    ///
    /// - Parameter move: returns a table that is equal to that of a part.
    public func moved(
        _ move: (SharedRows<Float>, DatasetPart) -> SharedRows<Float>
    ) -> PreparedDataset {
        PreparedDataset(
            training: training.moved { move($0, .training) },
            validation: validation.moved { move($0, .validation) },
            test: test.moved { move($0, .test) })
    }
}
