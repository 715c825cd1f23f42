/// The kind of the target column, which determines the loss.
package enum LearningTask: String, CaseIterable, Hashable, Codable, Sendable {
    /// Classes; cross-entropy, judged by accuracy.
    case classification
    /// Numbers; squared error, judged by nrmse.
    case regression
}
