import ScheduleSearch
import Studies
import Trials
import WireProtocol

/// Stops trials that can no longer matter.
extension Coordinator {
    /// The cap of a trial; `nil` for trials that certify, which must be complete, and for the
    /// control group of the search.
    func cap(for record: TrialRecord) -> Int? {
        record.purpose == .search && !record.isControl ? study.cap : nil
    }

    /// Sends the cap to all workers that train, if it is lower than before.
    ///
    /// - Complexity: O(leases log leases) if it is lower, else O(1).
    mutating func tellLowerCaps(in turn: inout Turn<Directive>) {
        guard let cap = study.cap, cap != toldCap else { return }
        let isLower = cap < toldCap
        toldCap = cap
        guard isLower else { return }
        for lease in leases.all {
            if let entry = roster[lease.worker] { tellCap(of: lease, to: entry, in: &turn) }
        }
    }

    /// Sends a worker the cap of its attempt, if it is lower than the last one sent.
    mutating func tellCap(of lease: Lease, to entry: RosterEntry, in turn: inout Turn<Directive>) {
        guard let cap = study.cap, cap < lease.cap ?? .max, let record = study[lease.trial],
            self.cap(for: record) != nil
        else { return }
        leases.setCap(cap, of: lease.trial)
        turn.add(.send(.cap(attempt: lease.attempt, cap: cap), to: entry.peer))
    }

    /// Tells whether the cap in a stopped trial's report is one that the trial may have had.
    func isCredible(_ report: TrainingReport, of record: TrialRecord) -> Bool {
        guard let named = report.cap else { return true }
        guard record.purpose == .search, !record.isControl else { return false }
        return study.standings.cap.lowest.map { named >= $0 } ?? false
    }
}
