package import Trials

/// An attempt that a worker has, and its progress.
package struct AttemptProgress: Hashable, Codable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// The attempt.
    package let attempt: AttemptNumber
    /// The latest check; `nil` while the attempt waits, and after its report is ready.
    package let point: GrowthPoint?

    /// Notes how far an attempt is.
    package init(trial: TrialID, attempt: AttemptNumber, point: GrowthPoint? = nil) {
        self.trial = trial
        self.attempt = attempt
        self.point = point
    }
}
