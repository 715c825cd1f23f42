import ScheduleSearch
package import Trials

/// How a schedule fared, and how sure that is.
package struct Certificate: Hashable, Sendable {
    /// The trial of the search that found the schedule.
    package let trial: TrialID
    /// The schedule.
    package let schedule: GrowthSchedule
    /// Geometric mean of the connections over the replicates that reached the target.
    package let connections: Double
    /// Share of the replicates that reached the target (0…1).
    package let hitRate: Double
    /// The connections of each replicate that reached the target.
    let costs: [Double]
    /// Trainings that this rests on.
    package let replicates: Int
    /// Mean score on the validation rows, over the replicates that reached the target.
    package let validation: Double
    /// Mean score on the test rows, over the same.
    package let test: Double
    /// What the trainings are that this rests on.
    package let evidence: Evidence

    /// What a certificate rests on, the weakest first.
    package enum Evidence: String, Hashable, Sendable {
        /// The trials of the search alone.
        case search
        /// The fresh seeds by which the winner was chosen, which flatter it.
        case selection
        /// Fresh seeds that no decision used.
        case confirmation
    }
}

extension Certificate {
    /// Where the mean lies with a confidence of 90 %; nothing where fewer than two hits say so.
    package var interval: ClosedRange<Double>? { geometricMeanInterval(costs) }

    /// The hit rate is at least this with a confidence of 95 %.
    package var hitRateBound: Double {
        ScheduleSearch.hitRateBound(hits: costs.count, of: replicates)
    }

    /// Tells whether this schedule is to be preferred: a reliable one before an unreliable one;
    /// among reliable ones the fewer connections, else the larger hit rate.
    ///
    /// - Parameter reliability: the hit rate from which a schedule is reliable.
    func isBetter(than other: Certificate, reliability: Double) -> Bool {
        let reliable = (hitRate >= reliability, other.hitRate >= reliability)
        if reliable.0 != reliable.1 { return reliable.0 }
        if !reliable.0, hitRate != other.hitRate { return hitRate > other.hitRate }
        return connections < other.connections
    }
}

extension StudyState {
    /// The best schedule so far: the winner among the finalists, or, before there is any, the best
    /// trial of the search.
    ///
    /// - Complexity: O(finalists · replicates), before there is a winner O(trials).
    package func incumbent() -> Certificate? {
        if let winner = winner() { return confirmed(winner) ?? winner }
        return standings.incumbent.flatMap { standing in
            self[standing.firstTrial].flatMap { record in
                certificate(of: record, resting: searched(standing.schedule), .search)
            }
        }
    }

    /// The trainings of a schedule in the search that are over, in order.
    ///
    /// - Complexity: O(trials).
    private func searched(_ schedule: GrowthSchedule) -> [TrialRecord] {
        trials.filter { $0.purpose == .search && $0.isOver && $0.schedule == schedule }
    }

    /// The best finalist by the seeds that all finalists share.
    func winner() -> Certificate? {
        var best: Certificate?
        for finalist in finalists.compactMap({ self[$0] }) {
            guard let certificate = selection(of: finalist) else { continue }
            if best.map({
                certificate.isBetter(than: $0, reliability: definition.reliability)
            }) ?? true {
                best = certificate
            }
        }
        return best
    }

    /// What the seeds that all finalists share say of one; nothing before all of them are over, or
    /// where none reached the target.
    private func selection(of finalist: TrialRecord) -> Certificate? {
        let count = definition.certification.replicates
        let shared = Array(replicates(of: finalist.trial).prefix(count))
        guard shared.count == count, shared.allSatisfy(\.isOver) else { return nil }
        return certificate(of: finalist, resting: shared, .selection)
    }

    /// What the seeds say that decided nothing; nothing before all of them are over.
    private func confirmed(_ winner: Certificate) -> Certificate? {
        let plan = definition.certification
        let further = Array(replicates(of: winner.trial).dropFirst(plan.replicates))
        guard plan.confirmations > 0, further.count >= plan.confirmations,
            further.allSatisfy(\.isOver), let record = self[winner.trial]
        else { return nil }
        return certificate(of: record, resting: further, .confirmation)
    }

    private func certificate(
        of finalist: TrialRecord, resting replicates: [TrialRecord],
        _ evidence: Certificate.Evidence
    ) -> Certificate? {
        let hits = replicates.compactMap(\.report).filter(\.isReached)
        guard !hits.isEmpty else { return nil }
        let count = Double(hits.count)
        // A report of none, which no growth ends with, must not stop whoever asks.
        let costs = hits.map { Double(max(1, $0.connections)) }
        return Certificate(
            trial: finalist.trial, schedule: finalist.schedule, connections: geometricMean(costs),
            hitRate: count / Double(replicates.count), costs: costs,
            replicates: replicates.count,
            validation: hits.map(\.validation).reduce(0, +) / count,
            test: hits.map(\.test).reduce(0, +) / count, evidence: evidence)
    }
}
