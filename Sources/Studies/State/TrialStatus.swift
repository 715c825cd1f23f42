package import Trials

/// Where a trial stands.
///
/// Legal transitions: waiting → running → (waiting → running)* → settled or abandoned; a late
/// report of a lost attempt settles a waiting trial too.
package enum TrialStatus: Hashable, Sendable {
    /// No worker has a lease on it.
    case waiting
    /// A worker has a lease on an attempt.
    case running(attempt: AttemptNumber, worker: WorkerID)
    /// Its first report counts, for good; its curve stays in the journal.
    case settled(attempt: AttemptNumber, report: TrainingReport)
    /// So many attempts were lost that nobody tries again.
    case abandoned
}
