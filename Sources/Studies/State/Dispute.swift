package import Trials

/// Two reports of one trial that differ, although they should be equal to the last bit.
package struct Dispute: Hashable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// The worker whose report counts: the first one.
    package let settledBy: WorkerID
    /// The worker whose report differs from it.
    package let disputedBy: WorkerID
}
