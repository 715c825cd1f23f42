/// Why a coordinator stopped.
package enum StopReason: String, Codable, Sendable {
    /// The study is finished.
    case finished
    /// Somebody asked it to stop; what was running was finished first.
    case drained
    /// Somebody asked twice, or the time to drain was over; the journal has everything that counts.
    case interrupted
    /// The time that it was given is over.
    case deadline
    /// Every worker process died again and again.
    case workersFailed = "workers_failed"
}
