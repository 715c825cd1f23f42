/// One of the three parts of a split.
public enum DatasetPart: String, Hashable, Sendable {
    /// The rows that weights are fitted to.
    case training
    /// The rows that decide when to grow and when to stop.
    case validation
    /// The rows that decide nothing.
    case test
}
