package import Studies
package import Trials

/// A trial for which two workers reported different results.
package struct DisputedTrial: Hashable, Codable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// The worker whose report counts, because it came first.
    package let settledBy: WorkerID
    /// The worker whose report differs from it.
    package let disputedBy: WorkerID

    /// Describes a dispute.
    package init(_ dispute: Dispute) {
        trial = dispute.trial
        settledBy = dispute.settledBy
        disputedBy = dispute.disputedBy
    }

    /// The line that tells the user about the trial.
    package var line: String {
        """
          DISPUTED: trial \(trial.rawValue) gave one result on worker \(settledBy.rawValue) and \
        another on \(disputedBy.rawValue); one of their machines is broken or runs another version
        """
    }

    private enum CodingKeys: String, CodingKey {
        case trial
        case settledBy = "settled_by"
        case disputedBy = "disputed_by"
    }
}
