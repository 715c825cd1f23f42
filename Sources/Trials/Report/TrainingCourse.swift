/// What decisions need to know of the checks of a training: enough to judge it as its whole curve
/// would.
///
/// A report that holds an excerpt of its curve has one. For a whole curve it is derived.
public struct TrainingCourse: Hashable, Sendable {
    /// A stage of thinning that has ended.
    public struct Stage: Hashable, Sendable {
        /// The growth that it follows, 1 or 2.
        public let round: Int
        /// The number of its last check.
        public let check: Int
        /// Live connections while it was tuned.
        public let connections: Int
        /// Whether it held the target.
        public let isHeld: Bool

        /// Notes a stage.
        public init(round: Int, check: Int, connections: Int, isHeld: Bool) {
            self.round = round
            self.check = check
            self.connections = connections
            self.isHeld = isHeld
        }
    }

    /// The best validation score of all checks, in the target's metric; nil without a check.
    public let best: Double?
    /// Live connections at the last check of the first growth that was at the target; nil where
    /// none was.
    public let grown: Int?
    /// The most live connections at any check; 0 without one.
    public let peak: Int
    /// The stages of thinning, in order.
    public let stages: [Stage]

    /// Notes how a training went.
    public init(best: Double?, grown: Int?, peak: Int, stages: [Stage]) {
        self.best = best
        self.grown = grown
        self.peak = peak
        self.stages = stages
    }

    /// Reads how a training went from its whole curve.
    ///
    /// A stage ends with its tuning: held if the last check is at the target, since one that fails
    /// ends with a check that is not.
    ///
    /// - Complexity: O(checks).
    public init(of curve: [GrowthPoint], target: TargetScore) {
        best = curve.map(\.validation).min { target.shortfall(of: $0) < target.shortfall(of: $1) }
        grown =
            curve.prefix { $0.phase == .grow }.last { target.isReached(by: $0.validation) }?
            .connections
        peak = curve.map(\.connections).max() ?? 0
        var round = 1
        var stages: [Stage] = []
        for (place, point) in curve.enumerated() where point.phase != .grow {
            if place > 0, curve[place - 1].phase == .grow, !stages.isEmpty { round += 1 }
            let isLast = place + 1 == curve.count || curve[place + 1].phase != .tune
            guard point.phase == .tune, isLast else { continue }
            stages.append(
                Stage(
                    round: round, check: point.check, connections: point.connections,
                    isHeld: target.isReached(by: point.validation)))
        }
        self.stages = stages
    }
}

extension TrainingCourse: Codable {
    private enum CodingKeys: String, CodingKey {
        case best, grown, peak, stages
    }
}

/// Written as `[round, check, connections, held]`, because there may be fifty of them.
extension TrainingCourse.Stage: Codable {
    /// Reads the four values.
    public init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        round = try values.decode(Int.self)
        check = try values.decode(Int.self)
        connections = try values.decode(Int.self)
        isHeld = try values.decode(Bool.self)
    }

    /// Writes the four values.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(round)
        try values.encode(check)
        try values.encode(connections)
        try values.encode(isHeld)
    }
}
