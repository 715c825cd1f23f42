extension StudyState {
    /// Whether the search may propose another trial.
    package var wantsSearch: Bool { !isSearchOver && isWithinBudget }

    /// Most of a budget of processor time that is kept for certification.
    private static let certificationShare = 0.3
    /// Trials of a search for each schedule that is certified.
    private static let trialsPerFinalist = 12
    /// Fresh seeds that an average finalist takes before it is dropped.
    private static let usualReplicates = 3

    /// How many schedules may be certified, with what is left of the budget.
    var affordableFinalists: Int {
        var count = min(
            definition.certification.finalists, max(2, searchTrials / Self.trialsPerFinalist))
        if let trainings = affordableTrainings {
            count = min(count, max(2, trainings / Self.usualReplicates))
        }
        return count
    }

    /// Whether the budget has room for another trial of the search.
    ///
    /// Of a budget of processor time, enough is kept to finish what runs and to certify.
    var isWithinBudget: Bool {
        guard searchTrials < budget.trials else { return false }
        guard let limit = budget.computeSeconds else { return true }
        let running = Double(searchTrials - searchTrialsOver) * secondsPerHit
        let certifying = Double(wantedCertifications) * secondsPerHit
        return cpuSeconds + running + min(certifying, Self.certificationShare * limit) < limit
    }

    /// Whether the budget has room for so many trainings beside those that are not over.
    package func affords(_ trainings: Int) -> Bool {
        guard let limit = budget.computeSeconds else { return true }
        let planned = proposedTrials - trialsOver + trainings
        return cpuSeconds + Double(planned) * secondsPerHit <= limit
    }

    /// Trainings with fresh seeds that are planned still and that the budget has room for, at most,
    /// as far as is known.
    package var plannedCertifications: Int {
        min(wantedCertifications, affordableTrainings ?? .max)
    }

    /// Trainings of usual length that what is left of the budget has room for, a million at most;
    /// nothing where there is no such limit, or no usual length yet.
    private var affordableTrainings: Int? {
        guard let limit = budget.computeSeconds, secondsPerHit > 0 else { return nil }
        return Int(min(max(0, limit - cpuSeconds) / secondsPerHit, 1e6))
    }

    /// Trainings with fresh seeds that are planned still, at most, whatever the budget.
    private var wantedCertifications: Int {
        let plan = definition.certification
        let candidates = isSearchOver ? finalists.count : affordableFinalists
        let begun = proposedTrials - searchTrials
        return max(0, candidates * plan.replicates + plan.confirmations - begun)
    }

    /// Trainings with fresh seeds that the choice of the winner will take, as a rule.
    package var usualSelection: Int {
        affordableFinalists * min(Self.usualReplicates, definition.certification.replicates)
    }

    /// Mean processor time of the trainings that reached the target (s), as certification's will.
    package var secondsPerHit: Double {
        hits == 0 ? 0 : hitSeconds / Double(hits)
    }
}
