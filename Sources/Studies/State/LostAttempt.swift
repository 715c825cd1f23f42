package import Trials

/// An attempt that ended without a report.
package struct LostAttempt: Hashable, Sendable {
    /// The attempt.
    package let attempt: AttemptNumber
    /// The worker that had it.
    package let worker: WorkerID
    /// Why it ended.
    package let reason: LossReason
}
