package import Randomness
package import Trials

/// A trial that the study wants next, apart from what the strategy asks for.
package struct CertificationProposal: Hashable, Sendable {
    /// What is trained again.
    package let schedule: GrowthSchedule
    /// With which fresh seed.
    package let seed: Seed
    /// For which earlier trial, and as which replicate.
    package let purpose: TrialPurpose
}
