import Studies

/// The words after `task:`.
enum TaskWord: String, CaseIterable {
    case classification, regression, series

    /// The learning task; a series is a regression on earlier values.
    var learning: LearningTask {
        self == .classification ? .classification : .regression
    }
}
