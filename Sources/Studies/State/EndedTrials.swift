import Trials

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
