extension StudyState {
    /// Whether the search may propose another trial.
    package var wantsSearch: Bool { !isSearchOver && isWithinBudget }

    /// Largest share of a budget of processor time that is kept for certification.
    private static let certificationShare = 0.3
    /// Number of trials of the search for each certified schedule.
    private static let trialsPerFinalist = 12
    /// Number of fresh seeds that an average finalist takes before it is dropped.
    private static let usualReplicates = 3

    /// How many schedules can be certified with the rest of the budget.
    var affordableFinalists: Int {
        var count = min(
            definition.certification.finalists, max(2, searchTrials / Self.trialsPerFinalist))
        if let trainings = affordableTrainings {
            count = min(count, max(2, trainings / Self.usualReplicates))
        }
        return count
    }

    /// Whether the budget allows another trial of the search.
    ///
    /// Of a budget of processor time, enough is kept to finish the running trials and to certify.
    var isWithinBudget: Bool {
        guard searchTrials < budget.trials else { return false }
        guard let limit = budget.computeSeconds else { return true }
        let running = Double(searchTrials - searchTrialsOver) * secondsPerHit
        let certifying = Double(wantedCertifications) * secondsPerHit
        return cpuSeconds + running + min(certifying, Self.certificationShare * limit) < limit
    }

    /// Whether the budget allows this many trainings in addition to those that are not over.
    package func affords(_ trainings: Int) -> Bool {
        guard let limit = budget.computeSeconds else { return true }
        let planned = proposedTrials - trialsOver + trainings
        return cpuSeconds + Double(planned) * secondsPerHit <= limit
    }

    /// Most trainings with fresh seeds that are still planned and that the budget allows, according
    /// to current estimates.
    package var plannedCertifications: Int {
        min(wantedCertifications, affordableTrainings ?? .max)
    }

    /// The number of trainings of usual length that the rest of the budget allows, at most a
    /// million; `nil` if there is no such limit, or no usual length yet.
    private var affordableTrainings: Int? {
        guard let limit = budget.computeSeconds, secondsPerHit > 0 else { return nil }
        return Int(min(max(0, limit - cpuSeconds) / secondsPerHit, 1e6))
    }

    /// Most trainings with fresh seeds that are still planned, ignoring the budget.
    private var wantedCertifications: Int {
        let plan = definition.certification
        let candidates = isSearchOver ? finalists.count : affordableFinalists
        let begun = proposedTrials - searchTrials
        return max(0, candidates * plan.replicates + plan.confirmations - begun)
    }

    /// The usual number of trainings with fresh seeds to choose the winner.
    package var usualSelection: Int {
        affordableFinalists * min(Self.usualReplicates, definition.certification.replicates)
    }

    /// Mean processor time of the trainings that reached the target (s); certification takes about
    /// the same.
    package var secondsPerHit: Double {
        hits == 0 ? 0 : hitSeconds / Double(hits)
    }
}
