/// The score that a network must reach on its validation rows.
///
/// Which direction is better belongs to the type, so that nothing else has to know it.
public struct TargetScore: Hashable, Codable, Sendable {
    /// What is measured.
    public let metric: ScoreMetric
    /// The least accuracy, or the largest error, that will do.
    public let value: Double

    /// Wants a score.
    public init(metric: ScoreMetric, value: Double) {
        self.metric = metric
        self.value = value
    }

    /// Tells whether a score is at or beyond the target.
    public func isReached(by score: Double) -> Bool {
        shortfall(of: score) <= 0
    }

    /// The error of a score over the error that the target allows; above 1 where it is missed.
    ///
    /// A target without any error counts as one of a hundredth, to compare with.
    public func errorRatio(of score: Double) -> Double {
        switch metric {
        case .accuracy: (1 - score) / max(1 - value, 0.01)
        case .nrmse: score / max(value, 0.01)
        }
    }

    /// By how much a score misses the target; zero or negative where it is reached.
    public func shortfall(of score: Double) -> Double {
        switch metric {
        case .accuracy: value - score
        case .nrmse: score - value
        }
    }
}
