/// How much a study may spend.
package struct StudyBudget: Hashable, Codable, Sendable {
    /// Trials that the search may propose, certification apart.
    package let trials: Int
    /// Processor time of the trainings, certification included (s); nothing stands for no limit.
    package let computeSeconds: Double?

    package init(trials: Int = Self.mostTrials, computeSeconds: Double? = nil) {
        self.trials = trials
        self.computeSeconds = computeSeconds
    }

    /// The same budget with another number of trials, if one is given.
    package func with(trials: Int?) -> StudyBudget {
        StudyBudget(trials: trials ?? self.trials, computeSeconds: computeSeconds)
    }

    /// More trials than any search proposes: what stands for no limit of their number.
    package static let mostTrials = 10_000_000

    private enum CodingKeys: String, CodingKey {
        case trials
        case computeSeconds = "compute_seconds"
    }
}
