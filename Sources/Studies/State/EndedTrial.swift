package import Trials

/// What a study keeps of a finished trial: enough to judge a late report.
///
/// The schedule and the measurements are in the journal; `StudyHistory` reads them there.
package struct EndedTrial: Hashable, Sendable {
    /// The workers of the attempts, in order of the attempt numbers.
    package let workers: [WorkerID]
    /// The report that counts; `nil` if the trial was given up.
    package let settlement: Settlement?

    /// The report that settled a trial.
    package struct Settlement: Hashable, Sendable {
        /// The number of the attempt of the report.
        package let number: AttemptNumber
        /// The worker that sent it.
        package let worker: WorkerID
        /// The fingerprint of the report.
        package let fingerprint: Fingerprint
        /// The cap at which the training was stopped; `nil` if it was not.
        package let cap: Int?

        /// Notes what a report said.
        package init(
            number: AttemptNumber, worker: WorkerID, fingerprint: Fingerprint, cap: Int?
        ) {
            self.number = number
            self.worker = worker
            self.fingerprint = fingerprint
            self.cap = cap
        }

        /// Tells whether another report of the trial must have the same fingerprint: both were
        /// stopped at the same cap, or neither was stopped.
        package func isComparable(to report: TrainingReport) -> Bool { cap == report.cap }
    }

    /// Notes who had its attempts, and what settled it; `nil` if it was given up.
    package init(workers: [WorkerID], settlement: Settlement?) {
        self.workers = workers
        self.settlement = settlement
    }

    /// Number of leased attempts.
    package var attempts: Int { workers.count }
}

extension EndedTrial {
    /// Summarises a trial; `nil` if it is not over.
    init?(_ record: TrialRecord) {
        guard record.isOver else { return nil }
        var settlement: Settlement?
        if case .settled(let number, let report) = record.status, let worker = record.settledBy {
            settlement = Settlement(
                number: number, worker: worker, fingerprint: report.fingerprint, cap: report.cap)
        }
        self.init(workers: record.workers, settlement: settlement)
    }
}
