package import Studies

extension StudyBudget {
    /// What follows the number of finished trials: "/120", "/120 within 2.0 h of compute".
    package var words: String {
        let ofTrials = trials < Self.mostTrials ? "/\(trials)" : ""
        return ofTrials + (computeSeconds.map { " within \(Figure.time($0)) of compute" } ?? "")
    }
}
