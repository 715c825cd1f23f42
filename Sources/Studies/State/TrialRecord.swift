package import Randomness
package import ScheduleSearch
package import Trials

/// One trial of a study and what came of it so far.
package struct TrialRecord: Hashable, Sendable {
    /// The trial's number.
    package let trial: TrialID
    /// What is tried, as it differs from the base of the search space.
    private let difference: ScheduleDifference
    /// With which seed.
    package let seed: Seed
    /// Why.
    package let purpose: TrialPurpose
    /// How many multiply–adds it may take, where that is less than the study allows.
    package let effort: Int?
    /// Where it stands.
    package private(set) var status = TrialStatus.waiting
    /// Who got each attempt, in the order of their numbers.
    package private(set) var workers: [WorkerID] = []
    /// How attempts were lost, the oldest first.
    package private(set) var lostAttempts: [LostAttempt] = []
    /// How it fared, once it is over.
    package private(set) var fitness: Fitness?
    /// The worker whose report counts, once there is one.
    package private(set) var settledBy: WorkerID?

    /// Notes a trial that waits for a worker.
    ///
    /// - Parameter difference: what is tried, as it differs from the base of the search space.
    init(
        trial: TrialID, difference: ScheduleDifference, seed: Seed, purpose: TrialPurpose,
        effort: Int?
    ) {
        self.trial = trial
        self.difference = difference
        self.seed = seed
        self.purpose = purpose
        self.effort = effort
    }

    /// What is tried.
    ///
    /// - Complexity: O(parameters), it is put together each time.
    package var schedule: GrowthSchedule { difference.schedule }

    /// Trials of the search among which one belongs to the control group.
    private static let controlPeriod = 20

    /// Whether the trial is never stopped early, to show how often that would have been wrong; the
    /// first one of a search is what was known before.
    package var isControl: Bool { Self.isControl(trial) }

    /// The same, of the trial of a number.
    static func isControl(_ trial: TrialID) -> Bool { trial.rawValue % controlPeriod == 1 }

    /// Attempts that were lost in a way that the trial may have caused.
    package var losses: Int { lostAttempts.count(where: \.reason.blamesTrial) }

    /// Attempts that were lost through no wish of their worker, whoever is to blame.
    package var unwishedLosses: [LostAttempt] { lostAttempts.filter { $0.reason != .returned } }

    /// Attempts that were leased so far; the latest has this number.
    package var attempts: Int { workers.count }

    /// The report that counts, once there is one.
    package var report: TrainingReport? {
        if case .settled(_, let report) = status { report } else { nil }
    }

    /// Tells whether nothing more will come of the trial.
    package var isOver: Bool {
        switch status {
        case .waiting, .running: false
        case .settled, .abandoned: true
        }
    }
}

/// What happens to a trial; where it cannot, nothing changes.
extension TrialRecord {
    /// A worker gets the next attempt.
    mutating func lease(_ attempt: AttemptNumber, to worker: WorkerID) throws(JournalError) {
        guard status == .waiting else { throw .notWaiting(trial) }
        guard attempt.rawValue == attempts + 1 else { throw .unexpectedAttempt(trial, attempt) }
        status = .running(attempt: attempt, worker: worker)
        workers.append(worker)
    }

    /// The attempt that runs ends without a report.
    mutating func lose(
        _ attempt: AttemptNumber, of worker: WorkerID, _ reason: LossReason
    ) throws(JournalError) {
        guard status == .running(attempt: attempt, worker: worker) else {
            throw .notRunning(trial, attempt)
        }
        status = .waiting
        lostAttempts.append(LostAttempt(attempt: attempt, worker: worker, reason: reason))
    }

    /// The first report arrives, of whichever attempt.
    mutating func settle(
        _ attempt: AttemptNumber, by worker: WorkerID, _ report: TrainingReport,
        under target: TargetScore
    ) throws(JournalError) {
        guard !isOver else { throw .settledTwice(trial) }
        guard (1...max(1, attempts)).contains(attempt.rawValue) else {
            throw .unexpectedAttempt(trial, attempt)
        }
        status = .settled(attempt: attempt, report: report.withCurve([]))
        settledBy = worker
        fitness = Fitness(report, under: target)
    }

    /// Nobody tries again.
    mutating func abandon() throws(JournalError) {
        guard status == .waiting else { throw .notWaiting(trial) }
        status = .abandoned
        fitness = .failed
    }
}
