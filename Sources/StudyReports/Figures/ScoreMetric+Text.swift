package import Trials

extension ScoreMetric {
    /// A score in words: "95.7 %" for an accuracy, "nrmse 0.1234" for an error.
    package func text(_ score: Double) -> String {
        switch self {
        case .accuracy: Figure.percent(score)
        case .nrmse: "nrmse \(Figure.fixed(score, 4))"
        }
    }
}

extension TargetScore {
    /// The target in words.
    package var text: String { metric.text(value) }
}
