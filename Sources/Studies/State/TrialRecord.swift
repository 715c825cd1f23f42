package import Randomness
package import ScheduleSearch
package import Trials

/// A trial of a study and its results so far.
package struct TrialRecord: Hashable, Sendable {
    /// The trial's number.
    package let trial: TrialID
    /// The tried schedule, stored as its differences from the base of the search space.
    private let difference: ScheduleDifference
    /// The seed of the training.
    package let seed: Seed
    /// Why the trial is run.
    package let purpose: TrialPurpose
    /// Its limit of multiply–adds; `nil` if it is that of the study.
    package let effort: Int?
    /// The current status.
    package private(set) var status = TrialStatus.waiting
    /// The workers of the attempts, in order of the attempt numbers.
    package private(set) var workers: [WorkerID] = []
    /// The lost attempts, oldest first.
    package private(set) var lostAttempts: [LostAttempt] = []
    /// The result; `nil` until the trial is over.
    package private(set) var fitness: Fitness?
    /// The worker whose report counts; `nil` while there is none.
    package private(set) var settledBy: WorkerID?

    /// Creates a trial that waits for a worker.
    ///
    /// - Parameter difference: the tried schedule, as its differences from the base of the space.
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

    /// The tried schedule.
    ///
    /// - Complexity: O(parameters): it is computed each time.
    package var schedule: GrowthSchedule { difference.schedule }

    /// Whether the trial is in the control group, which is never stopped early, to show how often
    /// stopping would have been wrong.
    ///
    /// The first trial is in it: it trains what was known before the search.
    package var isControl: Bool { CapControl.contains(trial) }

    /// Number of attempts that were lost in a way that the trial may have caused.
    package var losses: Int { lostAttempts.count(where: \.reason.blamesTrial) }

    /// The attempts that were lost, except those that their workers gave back.
    package var unwishedLosses: [LostAttempt] {
        lostAttempts.filter { $0.reason != .released(.returned) }
    }

    /// Number of leased attempts; the latest attempt has this number.
    package var attempts: Int { workers.count }

    /// The report that counts; `nil` while there is none.
    package var report: TrainingReport? {
        if case .settled(_, let report) = status { report } else { nil }
    }

    /// Tells whether the trial is finished.
    package var isOver: Bool {
        switch status {
        case .waiting, .running: false
        case .settled, .abandoned: true
        }
    }
}

/// Changes of a trial; if a change is not allowed, the record stays the same.
extension TrialRecord {
    /// The next attempt is leased to a worker.
    mutating func lease(_ number: AttemptNumber, to worker: WorkerID) throws(JournalError) {
        guard status == .waiting else { throw .notWaiting(trial) }
        guard number.rawValue == attempts + 1 else {
            throw .unexpectedAttempt(Attempt(trial: trial, number: number))
        }
        status = .running(number: number, worker: worker)
        workers.append(worker)
    }

    /// The running attempt ends without a report.
    mutating func lose(
        _ number: AttemptNumber, of worker: WorkerID, _ reason: LossReason
    ) throws(JournalError) {
        guard status == .running(number: number, worker: worker) else {
            throw .notRunning(Attempt(trial: trial, number: number))
        }
        status = .waiting
        lostAttempts.append(LostAttempt(number: number, worker: worker, reason: reason))
    }

    /// The first report arrives, of any attempt.
    mutating func settle(
        _ number: AttemptNumber, by worker: WorkerID, _ report: TrainingReport,
        under target: TargetScore
    ) throws(JournalError) {
        guard !isOver else { throw .settledTwice(trial) }
        guard (1...max(1, attempts)).contains(number.rawValue) else {
            throw .unexpectedAttempt(Attempt(trial: trial, number: number))
        }
        status = .settled(number: number, report: report.withCurve([]))
        settledBy = worker
        fitness = Fitness(report, under: target)
    }

    /// The trial is given up.
    mutating func abandon() throws(JournalError) {
        guard status == .waiting else { throw .notWaiting(trial) }
        status = .abandoned
        fitness = .failed
    }
}
