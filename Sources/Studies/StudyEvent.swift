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
    /// The training took more memory than a trial may, and its process ended itself.
    case memory
    /// The training took longer than a trial may, and its process ended itself.
    case time
    /// The training passed no check for too long, and its process ended itself.
    case stall
    /// The worker was lost before it began; the attempt was held in reserve.
    case unstarted
    /// The coordinator had stopped meanwhile, and whoever stopped it may have stopped the worker.
    case interrupted
}

extension LossReason {
    /// Whether the trial may have caused it.
    package var blamesTrial: Bool {
        switch self {
        case .silence, .restart, .refused, .memory, .time, .stall: true
        case .returned, .unstarted, .interrupted: false
        }
    }

    /// The reason in words.
    package var words: String {
        switch self {
        case .silence: "its worker fell silent"
        case .restart: "its worker's process died"
        case .returned: "its worker gave it back"
        case .refused: "its worker could not run it"
        case .memory: "it took more memory than a trial may"
        case .time: "it took longer than a trial may"
        case .stall: "it passed no check for too long"
        case .unstarted: "its worker was lost before it began"
        case .interrupted: "the coordinator had stopped meanwhile"
        }
    }
}

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
