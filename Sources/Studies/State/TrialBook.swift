import Trials

/// The trials of a study: whole as long as they are open, and a few bytes once they are over.
///
/// What certifies a schedule stays whole: there are few of them, and they choose the winner.
struct TrialBook: Hashable, Sendable {
    /// How many trials were proposed.
    private(set) var count = 0
    /// Those that are open, and those that certify.
    private var whole: [TrialID: TrialRecord] = [:]
    private var ended = EndedTrials()

    /// Finds a trial that is open, or that certifies.
    subscript(trial: TrialID) -> TrialRecord? { whole[trial] }

    /// The trials that are not over, in order.
    ///
    /// - Complexity: O(open log open).
    var open: [TrialRecord] {
        whole.values.filter { !$0.isOver }.sorted { $0.trial < $1.trial }
    }

    /// Finds a trial that is over.
    func ended(_ trial: TrialID) -> EndedTrial? {
        whole[trial].flatMap { EndedTrial($0) } ?? ended[trial]
    }

    /// Takes in the next trial.
    mutating func append(_ record: TrialRecord) {
        count += 1
        whole[record.trial] = record
    }

    /// Changes an open trial, and gives it back as it is then.
    ///
    /// - Parameter change: changes nothing where it throws.
    /// - Throws: what the change throws; `objection` where the trial is over, and `unknownTrial`
    ///   where there is none of this number.
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
