/// The most that a study may spend.
package struct StudyBudget: Hashable, Codable, Sendable {
    /// Most trials that the search may propose, without certification.
    package let trials: Int
    /// Most processor time of all trainings, including certification (s); `nil` means no limit.
    package let computeSeconds: Double?

    /// Limits what is said; no limit of processor time is `nil`.
    package init(trials: Int = Self.mostTrials, computeSeconds: Double? = nil) {
        self.trials = trials
        self.computeSeconds = computeSeconds
    }

    /// The same budget with another number of trials, if one is given.
    package func with(trials: Int?) -> StudyBudget {
        StudyBudget(trials: trials ?? self.trials, computeSeconds: computeSeconds)
    }

    /// The number of trials that stands for "no limit"; no search proposes so many.
    package static let mostTrials = 10_000_000

    private enum CodingKeys: String, CodingKey {
        case trials
        case computeSeconds = "compute_seconds"
    }
}
