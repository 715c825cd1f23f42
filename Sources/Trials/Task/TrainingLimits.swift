public import PlainJSON

/// The limits of a trial, in counts, so that every machine stops at the same point.
public struct TrainingLimits: Hashable, Sendable {
    /// Most checks of the validation score.
    public let checks: Int
    /// Most multiply–adds of training, evaluation and scoring.
    public let multiplyAdds: Int
    /// Most connections that a network may grow to.
    public let connections: Int

    /// Sets the limits; the defaults let a trial on small data run for about half a minute.
    public init(
        checks: Int = 20_000, multiplyAdds: Int = 200_000_000_000, connections: Int = 20_000
    ) {
        self.checks = checks
        self.multiplyAdds = multiplyAdds
        self.connections = connections
    }

    /// The checks that limits may allow: each adds a point to the report's curve, and a message has
    /// room for this many.
    package static let checkRange = 2...20_000
    /// The multiply–adds that limits may allow: a worker refuses a task with more.
    package static let multiplyAddRange = FieldRange.positiveCounts
    /// The connections that limits may allow.
    package static let connectionRange = 1...100_000_000

    /// The same limits with at most `effort` multiply–adds, if it is given.
    public func with(effort: Int?) -> TrainingLimits {
        TrainingLimits(
            checks: checks, multiplyAdds: min(multiplyAdds, effort ?? multiplyAdds),
            connections: connections)
    }
}

extension TrainingLimits: PlainForm {
    /// Describes the fields.
    public init(_ walk: inout FieldWalk, _ value: TrainingLimits?) throws {
        checks = try walk.field("checks", value?.checks, in: 1...Self.checkRange.upperBound)
        connections = try walk.field(
            "connections", value?.connections, in: FieldRange.positiveCounts)
        multiplyAdds = try walk.field(
            "multiply_adds", value?.multiplyAdds, in: FieldRange.positiveCounts)
    }
}
