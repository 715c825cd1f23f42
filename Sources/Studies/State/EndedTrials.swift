import Trials

/// The finished trials, by number: 16 bytes each, except for a few that are not simple.
struct EndedTrials: Hashable, Sendable {
    /// A trial that its first and only worker settled, as almost all are.
    private struct Simple: Hashable {
        let fingerprint: Fingerprint
        /// The worker's index in `workers`.
        let worker: UInt32
        /// The cap at which the trial was stopped.
        let cap: UInt32

        /// Marks a trial that is not over or not simple.
        static let absent = Simple(fingerprint: Fingerprint(hash: 0), worker: .max, cap: .max)
        /// Marks a trial that was not stopped at a cap.
        static let uncapped = UInt32.max
    }

    /// The simple trials, by trial number, from 1.
    private var simple: [Simple] = []
    /// The trials that are not simple; never iterated.
    private var others: [TrialID: EndedTrial] = [:]
    /// The workers that have settled trials, in the order of their first.
    private var workers: [WorkerID] = []
    /// The index of each worker in `workers`; never iterated.
    private var places: [WorkerID: UInt32] = [:]

    /// The record of a finished trial; `nil` if there is none.
    subscript(trial: TrialID) -> EndedTrial? {
        // A peer may name any trial number, so it must be checked before any arithmetic.
        guard trial.rawValue > 0, trial.rawValue <= simple.count else { return others[trial] }
        let end = simple[trial.rawValue - 1]
        return end == .absent ? others[trial] : ended(end)
    }

    /// Stores a finished trial.
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
                number: AttemptNumber(rawValue: 1), worker: worker, fingerprint: end.fingerprint,
                cap: end.cap == Simple.uncapped ? nil : Int(end.cap)))
    }

    private mutating func simplified(_ ended: EndedTrial) -> Simple? {
        guard let settlement = ended.settlement, settlement.number.rawValue == 1,
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
