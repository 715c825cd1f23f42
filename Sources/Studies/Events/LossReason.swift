package import Trials

/// Why an attempt ended without a report.
package enum LossReason: Hashable, Sendable {
    /// The worker sent no message until its lease expired.
    case silence
    /// The worker returned as a new process.
    case restart
    /// The worker was lost before the attempt began; it was held in reserve.
    case unstarted
    /// The coordinator had stopped meanwhile; the worker may have been stopped together with it.
    case interrupted
    /// The worker gave the lease back.
    case released(ReleaseCause)
}

/// In the journal and in answers, a reason is a word.
extension LossReason: RawRepresentable, Codable {
    /// Reads a word; `nil` if it is not that of a reason.
    package init?(rawValue: String) {
        switch rawValue {
        case "silence": self = .silence
        case "restart": self = .restart
        case "unstarted": self = .unstarted
        case "interrupted": self = .interrupted
        default:
            guard let cause = ReleaseCause(rawValue: rawValue) else { return nil }
            self = .released(cause)
        }
    }

    /// The reason as a word.
    package var rawValue: String {
        switch self {
        case .silence: "silence"
        case .restart: "restart"
        case .unstarted: "unstarted"
        case .interrupted: "interrupted"
        case .released(let cause): cause.rawValue
        }
    }
}

extension LossReason {
    /// Whether the trial may be the cause.
    package var blamesTrial: Bool {
        switch self {
        case .silence, .restart, .released(.refused), .released(.broke): true
        case .unstarted, .interrupted, .released(.returned): false
        }
    }

    /// The reason in words.
    package var words: String {
        switch self {
        case .silence: "its worker fell silent"
        case .restart: "its worker's process died"
        case .unstarted: "its worker was lost before it began"
        case .interrupted: "the coordinator had stopped meanwhile"
        case .released(.returned): "its worker gave it back"
        case .released(.refused): "its worker could not run it"
        case .released(.broke(.memory)): "it took more memory than a trial may"
        case .released(.broke(.time)): "it took longer than a trial may"
        case .released(.broke(.stall)): "it passed no check for too long"
        }
    }
}
