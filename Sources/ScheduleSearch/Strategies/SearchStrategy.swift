public import Trials

/// Chooses which schedule to try next.
///
/// The contract, which a conformance suite checks for every strategy: `ask` always answers,
/// whatever results were reported and however many trials are under way. It returns a schedule of
/// the space within a millisecond. The answers depend only on the space, the seed, the standings
/// and the order of the calls, so replaying the calls rebuilds the strategy. Results may be
/// reported in any order, once per trial; a missing result does no harm.
public protocol SearchStrategy: Sendable {
    /// Chooses the schedule of a new trial from the standings of all schedules.
    ///
    /// A schedule may be chosen again: it is then trained with another seed.
    mutating func ask(for trial: TrialID, knowing standings: Standings) -> GrowthSchedule
    /// Learns the result of a trial that this strategy chose.
    mutating func tell(_ result: TrialResult)
}
