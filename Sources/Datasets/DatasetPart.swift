/// One of the three parts of a split.
public enum DatasetPart: String, Hashable, Sendable {
    /// The rows to which the weights are fitted.
    case training
    /// The rows that decide when to grow and when to stop.
    case validation
    /// The rows that are used for no decision.
    case test
}
