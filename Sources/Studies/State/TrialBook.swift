import Trials

/// The trials of a study: complete while they are open, in a few bytes when they are over.
///
/// Trials that certify a schedule stay complete: there are few of them, and they choose the winner.
struct TrialBook: Hashable, Sendable {
    /// Number of proposed trials.
    private(set) var count = 0
    /// The open trials and those that certify.
    private var whole: [TrialID: TrialRecord] = [:]
    private var ended = EndedTrials()

    /// The record of an open trial or of one that certifies; `nil` for others.
    subscript(trial: TrialID) -> TrialRecord? { whole[trial] }

    /// The trials that are not over, in order.
    ///
    /// - Complexity: O(open log open).
    var open: [TrialRecord] {
        whole.values.filter { !$0.isOver }.sorted { $0.trial < $1.trial }
    }

    /// The summary of a finished trial; `nil` if there is none.
    func ended(_ trial: TrialID) -> EndedTrial? {
        whole[trial].flatMap { EndedTrial($0) } ?? ended[trial]
    }

    /// Adds the next trial.
    mutating func append(_ record: TrialRecord) {
        count += 1
        whole[record.trial] = record
    }

    /// Changes an open trial and returns its new record.
    ///
    /// - Parameter change: must not change the record if it throws.
    /// - Throws: the error of `change`; `objection` if the trial is over; `unknownTrial` if it does
    ///   not exist.
    @discardableResult
    mutating func change(
        _ trial: TrialID, orElse objection: JournalError,
        by change: (inout TrialRecord) throws(JournalError) -> Void
    ) throws(JournalError) -> TrialRecord {
        guard let index = whole.index(forKey: trial) else {
            throw (1...max(1, count)).contains(trial.rawValue) && count > 0
                ? objection : .unknownTrial(trial)
        }
        try change(&whole.values[index])
        let record = whole.values[index]
        if record.purpose == .search, let end = EndedTrial(record) {
            whole.remove(at: index)
            ended.keep(end, as: trial)
        }
        return record
    }
}
