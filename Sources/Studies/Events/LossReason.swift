/// Why an attempt ended without a report.
package enum LossReason: String, Hashable, Codable, Sendable {
    /// The worker sent no message until its lease expired.
    case silence
    /// The worker returned as a new process.
    case restart
    /// The worker gave the lease back.
    case returned
    /// The worker could not run the task at all.
    case refused
    /// The training took more memory than a trial may, and its process ended itself.
    case memory
    /// The training took longer than a trial may, and its process ended itself.
    case time
    /// The training passed no check for too long, and its process ended itself.
    case stall
    /// The worker was lost before the attempt began; it was held in reserve.
    case unstarted
    /// The coordinator had stopped meanwhile; the worker may have been stopped together with it.
    case interrupted
}

extension LossReason {
    /// Whether the trial may be the cause.
    package var blamesTrial: Bool {
        switch self {
        case .silence, .restart, .refused, .memory, .time, .stall: true
        case .returned, .unstarted, .interrupted: false
        }
    }

    /// The reason in words.
    package var words: String {
        switch self {
        case .silence: "its worker fell silent"
        case .restart: "its worker's process died"
        case .returned: "its worker gave it back"
        case .refused: "its worker could not run it"
        case .memory: "it took more memory than a trial may"
        case .time: "it took longer than a trial may"
        case .stall: "it passed no check for too long"
        case .unstarted: "its worker was lost before it began"
        case .interrupted: "the coordinator had stopped meanwhile"
        }
    }
}
