package import Trials

/// Two reports of one trial that differ, although they should be the same to the last bit.
package struct Dispute: Hashable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// The worker whose report counts, because it came first.
    package let settledBy: WorkerID
    /// The worker whose report differs from it.
    package let disputedBy: WorkerID
}
