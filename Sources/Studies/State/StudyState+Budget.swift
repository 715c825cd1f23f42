extension StudyState {
    /// Whether the search may propose another trial.
    package var wantsSearch: Bool { !isSearchOver && isWithinBudget }

    /// Share of a budget of processor time that is kept for certification, at most.
    private static let certificationShare = 0.25
    /// The same share where trainings take so long that it has no room for the least certification.
    private static let largestShare = 0.4
    /// Number of trials of the search for each certified schedule.
    private static let trialsPerFinalist = 12
    /// Number of fresh seeds that an average finalist takes before it is dropped.
    private static let usualReplicates = 3
    /// Fewest finalists that a certification is planned for.
    private static let leastFinalists = 2

    /// How many schedules can be certified with the rest of the budget.
    var affordableFinalists: Int {
        var count = min(
            definition.certification.finalists,
            max(Self.leastFinalists, searchTrials / Self.trialsPerFinalist))
        if let trainings = affordableTrainings {
            count = min(count, max(Self.leastFinalists, trainings / Self.usualReplicates))
        }
        if let rest = certificationsLeft {
            let choosing = (rest - Self.leastConfirmations) / Self.usualReplicates
            count = min(count, max(Self.leastFinalists, choosing))
        }
        return count
    }

    /// Whether the budget allows another trial of the search.
    ///
    /// Of a budget of processor time, enough is kept to finish the running trials and to certify.
    var isWithinBudget: Bool {
        guard searchTrials < budget.trials else { return false }
        guard let limit = budget.computeSeconds else { return true }
        let running = Double(searchTrials - searchTrialsOver) * secondsPerTraining
        return cpuSeconds + running + certificationSeconds(within: limit) < limit
    }

    /// The part of a whole time, of the processor or the clock, that is kept to certify (s).
    ///
    /// - Parameter workers: trainings at a time.
    package func certificationSeconds(within limit: Double, workers: Int = 1) -> Double {
        func seconds(of trainings: Int) -> Double {
            Double((trainings + workers - 1) / workers) * secondsPerTraining
        }
        let planned = seconds(of: usualCertifications)
        let least = min(seconds(of: leastCertifications), Self.largestShare * limit)
        return min(planned, max(least, Self.certificationShare * limit))
    }

    /// The trainings that certify if the finalists take as many seeds as usual.
    private var usualCertifications: Int {
        let plan = definition.certification
        return affordableFinalists * min(plan.replicates, Self.usualReplicates)
            + plan.confirmations
    }

    /// Number of confirming trainings for which the choice of the winner leaves room: a third of
    /// those that certify.
    var keptConfirmations: Int {
        var room = budget.certifications ?? .max
        if let limit = budget.computeSeconds, secondsPerTraining > 0 {
            let trainings = certificationSeconds(within: limit) / secondsPerTraining
            room = min(room, Int(min(trainings, 1e6)))
        }
        return min(
            definition.certification.confirmations, max(Self.leastConfirmations, room / 3))
    }

    /// The trainings of the smallest certification: two finalists with three fresh seeds each, and
    /// three more for the winner.
    private var leastCertifications: Int {
        let plan = definition.certification
        return min(plan.finalists, Self.leastFinalists) * min(plan.replicates, Self.usualReplicates)
            + min(plan.confirmations, Self.leastConfirmations)
    }

    /// Whether the budget allows this many trainings in addition to those that are not over.
    package func affords(_ trainings: Int) -> Bool {
        if let rest = certificationsLeft, trainings > rest { return false }
        guard let limit = budget.computeSeconds else { return true }
        let planned = proposedTrials - trialsOver + trainings
        return cpuSeconds + Double(planned) * secondsPerTraining <= limit
    }

    /// Most trainings with fresh seeds that are still planned and that the budget allows, according
    /// to current estimates.
    package var plannedCertifications: Int {
        [wantedCertifications, affordableTrainings, certificationsLeft].compactMap(\.self).min()
            ?? 0
    }

    /// Number of trainings with fresh seeds that were proposed.
    package var certifications: Int { proposedTrials - searchTrials }

    /// Number of trainings with fresh seeds that the budget still allows; `nil` if it does not
    /// limit them.
    private var certificationsLeft: Int? {
        budget.certifications.map { max(0, $0 - certifications) }
    }

    /// The number of trainings of usual length that the rest of the budget allows, at most a
    /// million; `nil` if there is no such limit, or no usual length yet.
    private var affordableTrainings: Int? {
        guard let limit = budget.computeSeconds, secondsPerTraining > 0 else { return nil }
        return Int(min(max(0, limit - cpuSeconds) / secondsPerTraining, 1e6))
    }

    /// Most trainings with fresh seeds that are still planned, ignoring the budget.
    private var wantedCertifications: Int {
        let plan = definition.certification
        let candidates = isSearchOver ? finalists.count : affordableFinalists
        return max(0, candidates * plan.replicates + plan.confirmations - certifications)
    }

    /// The usual processor time of a training that certifies (s); 0 if none has reached the target.
    package var secondsPerTraining: Double { times.usual }
}
