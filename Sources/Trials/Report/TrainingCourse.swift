public import PlainJSON

/// The facts that decisions use of a training's checks; they give the same decisions as the whole
/// curve.
///
/// A report with an excerpt of its curve has a course. For a whole curve it is computed.
public struct TrainingCourse: Hashable, Sendable {
    /// A finished stage of thinning.
    public struct Stage: Hashable, Sendable {
        /// The number of its round, from 1.
        public let round: Int
        /// The number of its last check.
        public let check: Int
        /// Number of live connections during tuning.
        public let connections: Int
        /// Whether it held the target.
        public let isHeld: Bool

        /// Describes a stage.
        public init(round: Int, check: Int, connections: Int, isHeld: Bool) {
            self.round = round
            self.check = check
            self.connections = connections
            self.isHeld = isHeld
        }
    }

    /// The best validation score of all checks, in the target's metric; `nil` without checks.
    public let best: Double?
    /// Live connections at the last check of the first growth that was at the target; `nil` if
    /// there was none.
    public let grown: Int?
    /// The largest number of live connections at any check; 0 without checks.
    public let peak: Int
    /// The stages of thinning, in order.
    public let stages: [Stage]

    /// Sets the facts.
    public init(best: Double?, grown: Int?, peak: Int, stages: [Stage]) {
        self.best = best
        self.grown = grown
        self.peak = peak
        self.stages = stages
    }

    /// Computes the course of a training from its whole curve.
    ///
    /// A stage ends with its tuning. It held the target if its last check is at the target, because
    /// a stage that fails ends with a check that is not.
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

extension TrainingCourse: PlainForm {
    /// Describes the fields.
    public init(_ walk: inout FieldWalk, _ value: TrainingCourse?) throws {
        best = try walk.optionalField("best", value?.best, in: FieldRange.scores)
        grown = try walk.optionalField("grown", value?.grown, in: FieldRange.counts)
        peak = try walk.field("peak", value?.peak, in: FieldRange.counts)
        stages = try walk.rows(
            "stages", value?.stages, in: 0...TrainingLimits.checkRange.upperBound, "stages")
    }
}

/// Written as `[round, check, connections, held]`, because there may be fifty of them.
extension TrainingCourse.Stage: PlainRow {
    /// Describes the items.
    public init(_ walk: inout FieldWalk, _ value: TrainingCourse.Stage?) throws {
        round = try walk.item(value?.round, in: 1...TrainingLimits.checkRange.upperBound)
        check = try walk.item(value?.check, in: FieldRange.counts)
        connections = try walk.item(value?.connections, in: FieldRange.counts)
        isHeld = try walk.item(value?.isHeld)
    }
}
