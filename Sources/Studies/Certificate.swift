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
    /// Trainings that this rests on; with fresh seeds, where the schedule is certified.
    package let replicates: Int
    /// Mean score on the validation rows, over the replicates that reached the target.
    package let validation: Double
    /// Mean score on the test rows, over the same.
    package let test: Double
    /// Tells whether the replicates used seeds that the search never saw.
    package let isCertified: Bool
}

extension Certificate {
    /// The least hit rate of a schedule that may win while another is more reliable.
    package static let reliability = 0.8

    /// Tells whether this schedule is to be preferred: a reliable one before an unreliable one;
    /// among reliable ones the fewer connections, else the larger hit rate.
    func isBetter(than other: Certificate) -> Bool {
        let reliable = (hitRate >= Self.reliability, other.hitRate >= Self.reliability)
        if reliable.0 != reliable.1 { return reliable.0 }
        if !reliable.0, hitRate != other.hitRate { return hitRate > other.hitRate }
        return connections < other.connections
    }
}

extension StudyState {
    /// The best schedule so far: the winner among the certified ones, or, before there is any, the
    /// best trial of the search.
    ///
    /// - Complexity: O(finalists · replicates).
    package func incumbent() -> Certificate? {
        var best: Certificate?
        for finalist in finalists.compactMap({ self[$0] }) {
            guard let certificate = certificate(of: finalist) else { continue }
            if best.map(certificate.isBetter(than:)) ?? true { best = certificate }
        }
        guard best == nil, let bestTrial, let record = self[bestTrial] else { return best }
        return certificate(of: record, resting: [record])
    }

    /// What the fresh seeds say of a finalist; nothing before all of them are over, or where none
    /// reached the target.
    package func certificate(of finalist: TrialRecord) -> Certificate? {
        let replicates = replicates(of: finalist.trial)
        guard replicates.count >= definition.certification.replicates,
            replicates.allSatisfy(\.isOver)
        else { return nil }
        return certificate(of: finalist, resting: replicates)
    }

    private func certificate(
        of finalist: TrialRecord, resting replicates: [TrialRecord]
    ) -> Certificate? {
        let hits = replicates.compactMap(\.report).filter(\.isReached)
        guard !hits.isEmpty else { return nil }
        let count = Double(hits.count)
        return Certificate(
            trial: finalist.trial, schedule: finalist.schedule,
            connections: geometricMean(hits.map { Double($0.connections) }),
            hitRate: count / Double(replicates.count), replicates: replicates.count,
            validation: hits.map(\.validation).reduce(0, +) / count,
            test: hits.map(\.test).reduce(0, +) / count,
            isCertified: replicates.first?.purpose != .search)
    }
}
