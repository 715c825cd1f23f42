package import Randomness
package import Trials

/// A training that the study needs next, in addition to those that the strategy asks for.
package struct CertificationProposal: Hashable, Sendable {
    /// The schedule to train again.
    package let schedule: GrowthSchedule
    /// The fresh seed.
    package let seed: Seed
    /// The earlier trial with this schedule, and the number of the replicate.
    package let purpose: TrialPurpose
}
