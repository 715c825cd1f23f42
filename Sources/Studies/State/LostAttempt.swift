package import Trials

/// An attempt that ended without a report.
package struct LostAttempt: Hashable, Sendable {
    /// The number of the attempt.
    package let number: AttemptNumber
    /// The worker that had it.
    package let worker: WorkerID
    /// Why it ended.
    package let reason: LossReason
}
