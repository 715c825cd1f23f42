/// The most that a study may spend.
package struct StudyBudget: Hashable, Codable, Sendable {
    /// Most trials that the search may propose, without certification.
    package let trials: Int
    /// Most processor time of all trainings, including certification (s); `nil` means no limit.
    package let computeSeconds: Double?
    /// Most trainings with fresh seeds, because there is no time for more; `nil` means as many as
    /// planned.
    package let certifications: Int?

    /// Limits what is said; no limit is `nil`.
    package init(
        trials: Int = Self.mostTrials, computeSeconds: Double? = nil, certifications: Int? = nil
    ) {
        self.trials = trials
        self.computeSeconds = computeSeconds
        self.certifications = certifications
    }

    /// The same budget with another number of trials, if one is given.
    package func with(trials: Int?) -> StudyBudget {
        StudyBudget(
            trials: trials ?? self.trials, computeSeconds: computeSeconds,
            certifications: certifications)
    }

    /// The same budget with no more than these trials and trainings with fresh seeds.
    package func with(trials: Int, certifications: Int) -> StudyBudget {
        StudyBudget(
            trials: trials, computeSeconds: computeSeconds, certifications: certifications)
    }

    /// The number of trials that stands for "no limit"; no search proposes so many.
    package static let mostTrials = 10_000_000

    private enum CodingKeys: String, CodingKey {
        case trials, certifications
        case computeSeconds = "compute_seconds"
    }
}
