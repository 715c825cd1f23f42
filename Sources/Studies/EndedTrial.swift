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

/// The trials that are over, by number: 16 bytes each, but for a few that are not as simple.
struct EndedTrials: Hashable, Sendable {
    /// A trial that its one and only worker settled, as nearly all are.
    private struct Simple: Hashable {
        let fingerprint: Fingerprint
        /// The worker's place in `workers`.
        let worker: UInt32
        /// The cap at which it was stopped.
        let cap: UInt32

        /// What stands where a trial is not over, or not simple.
        static let absent = Simple(fingerprint: Fingerprint(hash: 0), worker: .max, cap: .max)
        /// What stands for having been stopped at no cap.
        static let uncapped = UInt32.max
    }

    /// By the number of the trial, from 1.
    private var simple: [Simple] = []
    /// Those that are not simple; only ever looked up.
    private var others: [TrialID: EndedTrial] = [:]
    /// Who has settled a trial, in the order of the first time.
    private var workers: [WorkerID] = []
    /// The place of each in `workers`; only ever looked up.
    private var places: [WorkerID: UInt32] = [:]

    /// Finds a trial that is over.
    subscript(trial: TrialID) -> EndedTrial? {
        // Peers name trials of any number, so nothing is computed with it before it is known.
        guard trial.rawValue > 0, trial.rawValue <= simple.count else { return others[trial] }
        let end = simple[trial.rawValue - 1]
        return end == .absent ? others[trial] : ended(end)
    }

    /// Keeps a trial that has ended.
    mutating func keep(_ ended: EndedTrial, as trial: TrialID) {
        guard let end = simplified(ended) else {
            others[trial] = ended
            return
        }
        while simple.count < trial.rawValue { simple.append(.absent) }
        simple[trial.rawValue - 1] = end
    }

    private func ended(_ end: Simple) -> EndedTrial {
        let worker = workers[Int(end.worker)]
        return EndedTrial(
            workers: [worker],
            settlement: .init(
                attempt: AttemptNumber(rawValue: 1), worker: worker, fingerprint: end.fingerprint,
                cap: end.cap == Simple.uncapped ? nil : Int(end.cap)))
    }

    private mutating func simplified(_ ended: EndedTrial) -> Simple? {
        guard let settlement = ended.settlement, settlement.attempt.rawValue == 1,
            ended.workers == [settlement.worker],
            let cap = UInt32(exactly: settlement.cap ?? Int(Simple.uncapped)),
            settlement.cap != Int(Simple.uncapped)
        else { return nil }
        return Simple(
            fingerprint: settlement.fingerprint, worker: place(of: settlement.worker), cap: cap)
    }

    private mutating func place(of worker: WorkerID) -> UInt32 {
        if let place = places[worker] { return place }
        let place = UInt32(workers.count)
        workers.append(worker)
        places[worker] = place
        return place
    }
}
