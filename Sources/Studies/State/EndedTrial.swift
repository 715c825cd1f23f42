package import Trials

/// What a study keeps of a trial that is over: enough to judge a late report of it.
///
/// What was tried and measured is in the journal; `StudyHistory` reads it there.
package struct EndedTrial: Hashable, Sendable {
    /// Who got each attempt, in the order of their numbers.
    package let workers: [WorkerID]
    /// The report that counts; nothing where the trial was given up.
    package let settlement: Settlement?

    /// The report that settled a trial.
    package struct Settlement: Hashable, Sendable {
        /// The attempt that it is of.
        package let attempt: AttemptNumber
        /// Who reported.
        package let worker: WorkerID
        /// What was trained.
        package let fingerprint: Fingerprint
        /// The cap at which the training was stopped, if it was.
        package let cap: Int?

        package init(
            attempt: AttemptNumber, worker: WorkerID, fingerprint: Fingerprint, cap: Int?
        ) {
            self.attempt = attempt
            self.worker = worker
            self.fingerprint = fingerprint
            self.cap = cap
        }

        /// Tells whether another report of the trial must have the same fingerprint: it was not
        /// stopped, or stopped at the same cap.
        package func isComparable(to report: TrainingReport) -> Bool { cap == report.cap }
    }

    package init(workers: [WorkerID], settlement: Settlement?) {
        self.workers = workers
        self.settlement = settlement
    }

    /// Attempts that were leased.
    package var attempts: Int { workers.count }
}

extension EndedTrial {
    /// Keeps what matters of a trial; nothing of one that is not over.
    init?(_ record: TrialRecord) {
        guard record.isOver else { return nil }
        var settlement: Settlement?
        if case .settled(let attempt, let report) = record.status, let worker = record.settledBy {
            settlement = Settlement(
                attempt: attempt, worker: worker, fingerprint: report.fingerprint, cap: report.cap)
        }
        self.init(workers: record.workers, settlement: settlement)
    }
}
