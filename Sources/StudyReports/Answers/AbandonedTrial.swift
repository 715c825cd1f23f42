package import Studies
package import Trials

/// A trial that lost too many attempts, so that it is not tried again.
package struct AbandonedTrial: Hashable, Codable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// Attempts that were leased.
    package let attempts: Int
    /// Why its attempts were lost, in order.
    package let reasons: [LossReason]
    /// The workers that lost them, in the same order.
    package let workers: [WorkerID]

    /// Describes an abandoned trial.
    package init(_ record: TrialRecord) {
        trial = record.trial
        attempts = record.attempts
        reasons = record.unwishedLosses.map(\.reason)
        workers = record.unwishedLosses.map(\.worker)
    }

    /// The line that tells the user about the trial.
    package var line: String {
        let losses = zip(workers, reasons).map { "\($0.rawValue): \($1.words)" }
        return "  ABANDONED: trial \(trial.rawValue) lost \(losses.count) attempts "
            + "(\(losses.joined(separator: "; ")))"
    }
}
