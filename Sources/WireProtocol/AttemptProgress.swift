package import Trials

/// An attempt that a worker holds, and how far it has come.
package struct AttemptProgress: Hashable, Codable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// The attempt.
    package let attempt: AttemptNumber
    /// The latest check; nothing while the attempt waits its turn, or once its report is ready.
    package let point: GrowthPoint?

    /// Notes how far an attempt is.
    package init(trial: TrialID, attempt: AttemptNumber, point: GrowthPoint? = nil) {
        self.trial = trial
        self.attempt = attempt
        self.point = point
    }
}
