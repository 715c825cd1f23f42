/// The limits of a trial, in counts, so that every machine stops at the same point.
public struct TrainingLimits: Hashable, Codable, Sendable {
    /// Most checks of the validation score.
    public let checks: Int
    /// Most multiply–adds of training, evaluation and scoring.
    public let multiplyAdds: Int
    /// Most connections that a network may grow to.
    public let connections: Int

    /// Sets the limits; the defaults let a trial on small data run for about half a minute.
    public init(
        checks: Int = 2000, multiplyAdds: Int = 200_000_000_000, connections: Int = 20_000
    ) {
        self.checks = checks
        self.multiplyAdds = multiplyAdds
        self.connections = connections
    }

    /// The checks that limits may allow: each adds a point to the report's curve, and a message has
    /// room for this many.
    package static let checkRange = 2...20_000
    /// The multiply–adds that limits may allow: a worker refuses a task with more.
    package static let multiplyAddRange = 1...1_000_000_000_000_000
    /// The connections that limits may allow.
    package static let connectionRange = 1...100_000_000

    /// The same limits with at most `effort` multiply–adds, if it is given.
    public func with(effort: Int?) -> TrainingLimits {
        TrainingLimits(
            checks: checks, multiplyAdds: min(multiplyAdds, effort ?? multiplyAdds),
            connections: connections)
    }

    private enum CodingKeys: String, CodingKey {
        case checks, connections
        case multiplyAdds = "multiply_adds"
    }
}
