package import Studies
package import Trials

/// The best schedule of a study and its evidence: the answer of `espalier best`.
package struct BestSchedule: Hashable, Codable, Sendable {
    /// The trial of the search that found the schedule.
    package let trial: TrialID
    /// The schedule.
    package let schedule: GrowthSchedule
    /// Geometric mean of the connections over the trainings that reached the target.
    package let connections: Double
    /// Where that mean lies with a confidence of 90 %; `nil` if fewer than two reached the target.
    package let interval: ClosedRange<Double>?
    /// Share of the trainings that reached the target (0…1).
    package let hitRate: Double
    /// The hit rate is at least this with a confidence of 95 %.
    package let hitRateBound: Double
    /// The number of trainings that all this is computed from.
    package let replicates: Int
    /// The kind of those trainings.
    package let evidence: Certificate.Evidence
    /// Mean score on the validation rows, over the trainings that reached the target.
    package let validation: Double
    /// Mean score on the test rows, over the same trainings.
    package let test: Double

    /// Describes the schedule of a certificate.
    package init(_ certificate: Certificate) {
        trial = certificate.trial
        schedule = certificate.schedule
        connections = certificate.connections
        interval = certificate.interval
        hitRate = certificate.hitRate
        hitRateBound = certificate.hitRateBound
        replicates = certificate.replicates
        evidence = certificate.evidence
        validation = certificate.validation
        test = certificate.test
    }

    private enum CodingKeys: String, CodingKey {
        case trial, schedule, connections, interval, replicates, evidence, validation, test
        case hitRate = "hit_rate"
        case hitRateBound = "hit_rate_bound"
    }
}
