/// What a network's outputs are worth on some rows, summed over rows.
public struct ScoreSums: Hashable, Sendable {
    /// The rows that were seen.
    public internal(set) var rows = 0
    /// The loss (nats, or half of the squared error).
    public internal(set) var loss = 0.0
    /// The squared error of outputs that are numbers.
    public internal(set) var squaredError = 0.0
    /// The rows whose class was right.
    public internal(set) var correct = 0
}
