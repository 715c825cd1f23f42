package import Randomness
package import Trials

/// Why a trial is run.
package enum TrialPurpose: Hashable, Codable, Sendable {
    /// The strategy wants to know how the schedule fares.
    case search
    /// The schedule of an earlier trial is trained again with a fresh seed, to be judged by it.
    case certification(of: TrialID, replicate: Int)
}

/// Why an attempt ended without a report.
package enum LossReason: String, Hashable, Codable, Sendable {
    /// The worker said nothing until its lease ran out.
    case silence
    /// The worker came back as another process.
    case restart
    /// The worker gave the lease back.
    case returned
    /// The worker could not run the task at all.
    case refused
}

/// A recorded fact; the journal of a study is a list of these, and its state their fold.
package enum StudyEvent: Hashable, Codable, Sendable {
    /// The study began.
    case defined(definition: StudyDefinition)
    /// The study may spend this much from now on.
    case budgeted(budget: StudyBudget)
    /// A schedule is to be tried with a seed.
    case proposed(trial: TrialID, schedule: GrowthSchedule, seed: Seed, purpose: TrialPurpose)
    /// A worker got the right to an attempt.
    case leased(trial: TrialID, attempt: AttemptNumber, worker: WorkerID)
    /// An attempt ended without a report; the trial waits for another one.
    case lost(trial: TrialID, attempt: AttemptNumber, worker: WorkerID, reason: LossReason)
    /// The first report of a trial arrived, and settled it.
    case reported(trial: TrialID, attempt: AttemptNumber, worker: WorkerID, report: TrainingReport)
    /// Another report of a settled trial arrived, with this fingerprint.
    case repeated(
        trial: TrialID, attempt: AttemptNumber, worker: WorkerID, fingerprint: Fingerprint)
    /// So many attempts were lost that the trial is settled as failed.
    case abandoned(trial: TrialID, attempts: Int)
}
