/// The result of a replayed search.
package struct ReplayOutcome: Sendable {
    /// Number of reported trials, including certification.
    package let trials: Int
    /// Number of reported trials that the strategy proposed.
    package let searchTrials: Int
    /// Worker seconds spent.
    package let computeSeconds: Double
    /// The cell of the schedule that the search returns; `nil` if it has none.
    package let returned: Int?
    /// The cell of the best schedule at evenly spaced points of the budget.
    package let anytime: [(computeSeconds: Double, cell: Int?)]
}
