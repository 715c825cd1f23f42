package import Randomness
package import Trials

/// A recorded fact; a study's journal is a list of events, and its state is computed from them.
///
/// It is indirect, because events are copied often, and a report is large.
package indirect enum StudyEvent: Hashable, Sendable {
    /// The study began.
    case defined(definition: StudyDefinition)
    /// The study may spend this much from now on.
    case budgeted(budget: StudyBudget)
    /// A schedule is to be tried with a seed; `effort` is its limit of multiply–adds, if lower than
    /// the study's.
    case proposed(
        trial: TrialID, schedule: GrowthSchedule, seed: Seed, purpose: TrialPurpose,
        effort: Int? = nil)
    /// A worker got a lease of an attempt.
    case leased(attempt: Attempt, worker: WorkerID)
    /// An attempt ended without a report; the trial waits for a new attempt.
    case lost(attempt: Attempt, worker: WorkerID, reason: LossReason)
    /// The first report of a trial arrived and settled it.
    case reported(attempt: Attempt, worker: WorkerID, report: TrainingReport)
    /// Another report of a settled trial arrived, with this fingerprint; `settledBy` is the worker
    /// whose report counts.
    case repeated(
        attempt: Attempt, worker: WorkerID, fingerprint: Fingerprint,
        settledBy: WorkerID? = nil)
    /// The trial is settled as failed, because too many attempts were lost.
    case abandoned(trial: TrialID, attempts: Int)
    /// The worker is suspended, because it lost several different trials in a row while others
    /// reported.
    case suspended(worker: WorkerID, losses: Int)
}
