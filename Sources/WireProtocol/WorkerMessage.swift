package import Trials

/// What a worker says to the coordinator.
package enum WorkerMessage: Hashable, Sendable {
    /// Introduces a worker, at first and whenever it is asked to: its name, a number that is new
    /// in every process, how many leases it takes at once, and what it already holds.
    case hello(worker: WorkerID, incarnation: Int, capacity: Int, holding: [AttemptProgress])
    /// Renews the leases that are named, and no others.
    case progress(holding: [AttemptProgress])
    /// Delivers a report; repeated until it is acknowledged.
    case report(trial: TrialID, attempt: AttemptNumber, report: TrainingReport)
    /// Gives a lease back without a report, and says why in words.
    case release(
        trial: TrialID, attempt: AttemptNumber, reason: String, cause: ReleaseCause = .refused)
    /// Asks for a part of a dataset's canonical bytes.
    case fetch(dataset: DatasetDigest, offset: Int)
    /// Leaves; what it holds is free for others.
    case goodbye
}
