package import Trials

/// A worker's right to an attempt until an instant.
package struct Lease: Hashable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// The attempt.
    package let attempt: AttemptNumber
    /// The worker.
    package let worker: WorkerID
    /// When it expires, unless it is renewed.
    package var deadline: Instant
    /// Its place among all that were granted; a worker begins its leases in this order.
    var order = 0
    /// How many leases its worker trains at once.
    var slots = 1
    /// Whether an earlier process of the coordinator granted it and its worker was not heard since.
    var isInherited = false
    /// The cap that its worker was told, if any.
    var cap: Int?

    init(trial: TrialID, attempt: AttemptNumber, worker: WorkerID, deadline: Instant) {
        self.trial = trial
        self.attempt = attempt
        self.worker = worker
        self.deadline = deadline
    }
}
