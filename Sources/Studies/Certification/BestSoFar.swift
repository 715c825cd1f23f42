package import Trials

/// A summary of the best schedule so far; a `Certificate` has more details.
package struct BestSoFar: Hashable, Codable, Sendable {
    /// The trial of the search that found the schedule.
    package let trial: TrialID
    /// The schedule.
    package let schedule: GrowthSchedule
    /// Geometric mean of the connections over the trainings that reached the target.
    package let connections: Double
    /// Number of trainings that the mean comes from.
    package let trainings: Int
}
