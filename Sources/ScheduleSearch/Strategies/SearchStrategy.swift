public import Trials

/// Chooses which schedule to try next.
///
/// The contract, which a conformance suite checks for every strategy: `ask` is total, whatever was
/// told and however many trials are under way; it answers with a schedule of the space, in at most
/// a millisecond; the answers depend on nothing but the space, the seed, the standings and the
/// order of the calls, so that replaying the calls rebuilds the strategy. Trials may be told in any
/// order, once each; a trial that is never told does no harm.
public protocol SearchStrategy: Sendable {
    /// Chooses the schedule of a new trial, knowing how all schedules stand.
    ///
    /// A schedule that was tried before is not forbidden: it is trained again, with another seed.
    mutating func ask(for trial: TrialID, knowing standings: Standings) -> GrowthSchedule
    /// Learns how a trial fared that it was asked for.
    mutating func tell(_ evaluation: Evaluation)
}
