package import Trials

/// A message of a worker to the coordinator.
///
/// It is indirect, because messages are copied often, and some are large.
package indirect enum WorkerMessage: Hashable, Sendable {
    /// Introduces a worker, at the start and whenever it is asked: its name, a number that differs
    /// in every process, the most leases it takes at once, and its current attempts.
    case hello(worker: WorkerID, incarnation: Int, capacity: Int, holding: [AttemptProgress])
    /// Renews the named leases, and no others.
    case progress(holding: [AttemptProgress])
    /// Delivers a report; repeated until it is acknowledged.
    case report(attempt: Attempt, report: TrainingReport)
    /// Gives a lease back without a report, with the reason in words.
    case release(attempt: Attempt, reason: String, cause: ReleaseCause = .refused)
    /// Requests a part of a dataset's canonical bytes.
    case fetch(dataset: DatasetDigest, offset: Int)
    /// Leaves; its attempts are free for other workers.
    case goodbye
}
