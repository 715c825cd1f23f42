package import Trials

/// A message of the coordinator to a worker.
///
/// It is indirect, because messages are copied often, and some are large.
package indirect enum CoordinatorMessage: Hashable, Sendable {
    /// Admits a worker; it should renew its leases at this interval (milliseconds) and apply the
    /// guards to its trainings.
    case welcome(study: String, renewalInterval: Int, guards: TrialGuards = .unguarded)
    /// Asks a peer that the coordinator does not know to introduce itself.
    case identify
    /// Leases an attempt to a worker.
    case lease(attempt: Attempt, task: TrainingTask)
    /// Says that a report is durable (or not needed), so that the worker can discard it.
    case acknowledge(attempt: Attempt)
    /// Says that an attempt no longer matters; the worker drops it.
    case revoke(attempt: Attempt)
    /// Lowers the cap of an attempt; a training that is already above it stops.
    case cap(attempt: Attempt, cap: Int)
    /// Delivers a part of a dataset; the bytes are in a second frame.
    case chunk(dataset: DatasetDigest, offset: Int, total: Int, bytes: [UInt8])
    /// Asks a worker to finish its trainings and leave.
    case drain
    /// Says that the study is over; the worker leaves.
    case finished
    /// Says that a message was not accepted, and why.
    case refused(reason: String)
}
