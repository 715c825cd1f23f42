/// Loss and errors of a network on some rows, summed over rows.
public struct ScoreSums: Hashable, Sendable {
    /// Number of rows.
    public internal(set) var rows = 0
    /// The loss (nats, or half of the squared error).
    public internal(set) var loss = 0.0
    /// The squared error of outputs that are numbers.
    public internal(set) var squaredError = 0.0
    /// Number of rows with the right class.
    public internal(set) var correct = 0
}
