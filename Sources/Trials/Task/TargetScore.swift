public import PlainJSON

/// The score that a network must reach on its validation rows.
///
/// Only this type knows which direction of a metric is better.
public struct TargetScore: Hashable, Sendable {
    /// The metric.
    public let metric: ScoreMetric
    /// The smallest sufficient accuracy, or the largest sufficient error.
    public let value: Double

    /// Sets the target.
    public init(metric: ScoreMetric, value: Double) {
        self.metric = metric
        self.value = value
    }

    /// Tells whether a score is at or beyond the target.
    public func isReached(by score: Double) -> Bool {
        shortfall(of: score) <= 0
    }

    /// The error of a score divided by the error that the target allows; above 1 if the target is
    /// missed.
    ///
    /// If the target allows no error, a hundredth is used instead.
    public func errorRatio(of score: Double) -> Double {
        switch metric {
        case .accuracy: (1 - score) / max(1 - value, 0.01)
        case .nrmse: score / max(value, 0.01)
        }
    }

    /// How much a score misses the target by; zero or negative if it reaches the target.
    public func shortfall(of score: Double) -> Double {
        switch metric {
        case .accuracy: value - score
        case .nrmse: score - value
        }
    }
}

extension TargetScore: PlainForm {
    /// Describes the fields.
    public init(_ walk: inout FieldWalk, _ value: TargetScore?) throws {
        metric = try walk.word("metric", value?.metric)
        self.value = try walk.field("value", value?.value, in: FieldRange.scores)
    }
}
