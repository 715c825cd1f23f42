package import Trials

/// The status of a trial.
///
/// Legal transitions: waiting → running → (waiting → running)* → settled or abandoned. A late
/// report of a lost attempt also settles a waiting trial.
package enum TrialStatus: Hashable, Sendable {
    /// No worker has a lease of it.
    case waiting
    /// A worker has a lease of an attempt.
    case running(number: AttemptNumber, worker: WorkerID)
    /// Its first report counts from then on; the curve of the report stays only in the journal.
    case settled(number: AttemptNumber, report: TrainingReport)
    /// Too many attempts were lost, so the trial is given up.
    case abandoned
}
