package import Trials
import WireProtocol

/// An attempt that a worker has a lease of, or a report to deliver.
package struct HeldAttempt: Hashable, Sendable {
    /// The stage of an attempt.
    package enum Stage: Hashable, Sendable {
        case waiting
        case training
        case finished(TrainingReport)
    }

    /// The attempt.
    package let attempt: Attempt
    /// The task to train.
    package internal(set) var task: TrainingTask
    /// The current stage.
    package internal(set) var stage = Stage.waiting
    /// The latest check.
    package internal(set) var point: GrowthPoint?

    /// Whether it has not begun.
    var isWaiting: Bool { if case .waiting = stage { true } else { false } }

    /// Whether it is being trained.
    var isTraining: Bool { if case .training = stage { true } else { false } }

    var progress: AttemptProgress {
        AttemptProgress(attempt: attempt, point: isTraining ? point : nil)
    }
}
