/// Why a coordinator stopped.
package enum StopReason: String, Codable, Sendable {
    /// The study is finished.
    case finished
    /// It was asked to stop once; running trainings were finished first.
    case drained
    /// It was asked to stop twice, or draining took too long; the journal has all results.
    case interrupted
    /// The time limit of the search is over.
    case deadline
    /// Every worker process failed repeatedly.
    case workersFailed = "workers_failed"
}
