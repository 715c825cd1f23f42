package import Trials

/// An attempt that ended without a report.
package struct LostAttempt: Hashable, Sendable {
    /// The attempt.
    package let attempt: AttemptNumber
    /// Who had it.
    package let worker: WorkerID
    /// How it ended.
    package let reason: LossReason
}
