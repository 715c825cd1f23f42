import Studies

/// The words after `task:`.
enum TaskWord: String, CaseIterable {
    case classification, regression, series

    /// What is learnt; a series is a regression on what came before.
    var learning: LearningTask {
        self == .classification ? .classification : .regression
    }
}
