import ScheduleSearch
import Studies
import Trials
import WireProtocol

/// Where trials stop because they cannot matter any more.
extension Coordinator {
    /// The cap of a trial: none for what certifies, which has to be whole, and for the control
    /// group of the search.
    func cap(for record: TrialRecord) -> Int? {
        record.purpose == .search && !record.isControl ? study.cap : nil
    }

    /// Tells everybody who trains that the cap is lower than it was.
    ///
    /// - Complexity: O(leases log leases) where it is, else O(1).
    mutating func tellLowerCaps(into directives: inout [Directive]) {
        guard let cap = study.cap, cap != toldCap else { return }
        let isLower = cap < toldCap
        toldCap = cap
        guard isLower else { return }
        for lease in leases.all {
            if let entry = roster[lease.worker] { tellCap(of: lease, to: entry, into: &directives) }
        }
    }

    /// Tells a worker that the cap of its attempt is lower than what it was told last.
    mutating func tellCap(
        of lease: Lease, to entry: RosterEntry, into directives: inout [Directive]
    ) {
        guard let cap = study.cap, cap < lease.cap ?? .max, let record = study[lease.trial],
            self.cap(for: record) != nil
        else { return }
        leases.setCap(cap, of: lease.trial)
        directives.append(
            .send(.cap(trial: lease.trial, attempt: lease.attempt, cap: cap), to: entry.peer))
    }

    /// Tells whether a report that was stopped at a cap names one that the trial may have had.
    func isCredible(_ report: TrainingReport, of record: TrialRecord) -> Bool {
        guard let named = report.cap else { return true }
        guard record.purpose == .search, !record.isControl else { return false }
        return study.standings.cap.lowest.map { named >= $0 } ?? false
    }
}
