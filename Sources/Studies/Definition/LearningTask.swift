package import Trials

/// The kind of the target column, which determines the loss and the metric.
package enum LearningTask: String, CaseIterable, Hashable, Codable, Sendable {
    /// Classes; cross-entropy, judged by accuracy.
    case classification
    /// Numbers; squared error, judged by nrmse.
    case regression

    /// The task that is judged by a metric.
    package init(judgedBy metric: ScoreMetric) {
        switch metric {
        case .accuracy: self = .classification
        case .nrmse: self = .regression
        }
    }

    /// The metric by which networks are judged.
    package var metric: ScoreMetric {
        switch self {
        case .classification: .accuracy
        case .regression: .nrmse
        }
    }
}
