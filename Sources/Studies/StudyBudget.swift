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

extension StudyState {
    /// Whether the search may propose another trial.
    package var wantsSearch: Bool { !isSearchOver && isWithinBudget }

    /// Whether the budget has room for another trial of the search.
    ///
    /// Of a budget of processor time, enough is kept to finish what runs and to certify.
    var isWithinBudget: Bool {
        guard searchTrials < budget.trials else { return false }
        guard let limit = budget.computeSeconds else { return true }
        let promised = searchTrials - searchTrialsOver + plannedCertifications
        return cpuSeconds + Double(promised) * secondsPerHit < limit
    }

    /// Trainings with fresh seeds that are planned still, at most, as far as is known.
    package var plannedCertifications: Int {
        let plan = definition.certification
        let candidates = isSearchOver ? finalists.count : plan.finalists
        let begun = trials.count - searchTrials
        return max(0, candidates * plan.replicates + plan.confirmations - begun)
    }

    /// Mean processor time of the trainings that reached the target (s), as certification's will.
    package var secondsPerHit: Double {
        hits == 0 ? 0 : hitSeconds / Double(hits)
    }
}
