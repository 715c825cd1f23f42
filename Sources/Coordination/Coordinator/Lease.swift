package import Trials

/// The right of a worker to train an attempt until an instant.
package struct Lease: Hashable, Sendable {
    /// The attempt.
    package let attempt: Attempt
    /// The worker.
    package let worker: WorkerID
    /// When it expires, unless it is renewed.
    package var deadline: Instant
    /// Its position in the order of all grants; a worker begins its leases in this order.
    var order = 0
    /// Number of leases that its worker trains at once.
    var slots = 1
    /// Whether an earlier process of the coordinator granted it and it was not renewed since.
    var isInherited = false
    /// The cap that its worker was sent; `nil` if there was none.
    var cap: Int?

    /// The trial of the attempt.
    package var trial: TrialID { attempt.trial }

    init(attempt: Attempt, worker: WorkerID, deadline: Instant) {
        self.attempt = attempt
        self.worker = worker
        self.deadline = deadline
    }
}
