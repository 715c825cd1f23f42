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
        /// The trials of the search, and the fresh seeds so far where these are not all over.
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
}

extension Certificate {
    /// Judges a schedule by trainings; nothing where none of them reached the target.
    init?(of finalist: Finalist, resting replicates: [TrialRecord], _ evidence: Evidence) {
        let hits = replicates.compactMap(\.report).filter(\.isReached)
        guard !hits.isEmpty else { return nil }
        let count = Double(hits.count)
        trial = finalist.trial
        schedule = finalist.schedule
        // A report of none, which no growth ends with, must not stop whoever asks.
        costs = hits.map { Double(max(1, $0.connections)) }
        connections = geometricMean(costs)
        hitRate = count / Double(replicates.count)
        self.replicates = replicates.count
        validation = hits.map(\.validation).reduce(0, +) / count
        test = hits.map(\.test).reduce(0, +) / count
        self.evidence = evidence
    }
}
