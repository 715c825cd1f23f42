import ScheduleSearch
package import Trials

/// The measured results of a schedule, and how certain they are.
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
    /// Number of trainings that these numbers come from.
    package let replicates: Int
    /// Mean score on the validation rows, over the replicates that reached the target.
    package let validation: Double
    /// Mean score on the test rows, over the same replicates.
    package let test: Double
    /// The kind of trainings that these numbers come from.
    package let evidence: Evidence

    /// The kinds of evidence, the weakest first.
    package enum Evidence: String, Hashable, Codable, Sendable {
        /// Trials of the search, and finished fresh seeds if others are not finished.
        case search
        /// The fresh seeds that chose the winner, which makes its results look too good.
        case selection
        /// Fresh seeds that were used for no decision.
        case confirmation
    }
}

extension Certificate {
    /// The 90 % interval of the mean; `nil` with fewer than two hits.
    package var interval: ClosedRange<Double>? { geometricMeanInterval(costs) }

    /// The one-sided 95 % lower bound of the hit rate.
    package var hitRateBound: Double {
        ScheduleSearch.hitRateBound(hits: costs.count, of: replicates)
    }
}

extension Certificate {
    /// Judges a schedule by trainings; `nil` if none of them reached the target.
    init?(of finalist: Finalist, resting replicates: [TrialRecord], _ evidence: Evidence) {
        let hits = replicates.compactMap(\.report).filter(\.isReached)
        guard !hits.isEmpty else { return nil }
        let count = Double(hits.count)
        trial = finalist.trial
        schedule = finalist.schedule
        // A report with 0 connections, which no growth gives, must not crash the reader.
        costs = hits.map { Double(max(1, $0.connections)) }
        connections = geometricMean(costs)
        hitRate = count / Double(replicates.count)
        self.replicates = replicates.count
        validation = hits.map(\.validation).reduce(0, +) / count
        test = hits.map(\.test).reduce(0, +) / count
        self.evidence = evidence
    }
}
