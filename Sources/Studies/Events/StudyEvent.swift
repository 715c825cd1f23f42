package import Randomness
package import Trials

/// A recorded fact; the journal of a study is a list of these, and its state their fold.
package enum StudyEvent: Hashable, Codable, Sendable {
    /// The study began.
    case defined(definition: StudyDefinition)
    /// The study may spend this much from now on.
    case budgeted(budget: StudyBudget)
    /// A schedule is to be tried with a seed, and with at most so many multiply–adds, where that is
    /// less than the study allows.
    case proposed(
        trial: TrialID, schedule: GrowthSchedule, seed: Seed, purpose: TrialPurpose,
        effort: Int? = nil)
    /// A worker got the right to an attempt.
    case leased(trial: TrialID, attempt: AttemptNumber, worker: WorkerID)
    /// An attempt ended without a report; the trial waits for another one.
    case lost(trial: TrialID, attempt: AttemptNumber, worker: WorkerID, reason: LossReason)
    /// The first report of a trial arrived, and settled it.
    case reported(trial: TrialID, attempt: AttemptNumber, worker: WorkerID, report: TrainingReport)
    /// Another report of a settled trial arrived, with this fingerprint; it was settled by the
    /// report of another worker, or of an earlier attempt of the same.
    case repeated(
        trial: TrialID, attempt: AttemptNumber, worker: WorkerID, fingerprint: Fingerprint,
        settledBy: WorkerID? = nil)
    /// So many attempts were lost that the trial is settled as failed.
    case abandoned(trial: TrialID, attempts: Int)
    /// A worker lost so many different trials in a row, while others reported, that it is put
    /// aside.
    case suspended(worker: WorkerID, losses: Int)
}
