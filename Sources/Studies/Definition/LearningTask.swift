/// What kind of target column the data have, which decides the loss.
package enum LearningTask: String, CaseIterable, Hashable, Codable, Sendable {
    /// Classes; cross-entropy, judged by accuracy.
    case classification
    /// Numbers; squared error, judged by nrmse.
    case regression
}
