package import Trials

/// The best schedule so far, in short; a `Certificate` tells more.
package struct Incumbent: Hashable, Sendable {
    /// The trial of the search that found the schedule.
    package let trial: TrialID
    /// The schedule.
    package let schedule: GrowthSchedule
    /// Geometric mean of the connections over the trainings that reached the target.
    package let connections: Double
    /// Trainings that this rests on.
    package let trainings: Int
}
