package import Trials

/// The exit status of a worker's process that its watchdog ended.
package enum GuardExit: Int, Sendable {
    /// A trial took too long.
    case time = 91
    /// It took too much memory.
    case memory = 92
    /// It passed no check for too long.
    case stall = 93

    /// The exit status for a guard that a trial broke.
    package init(_ broken: TrialGuard) {
        self =
            switch broken {
            case .time: .time
            case .memory: .memory
            case .stall: .stall
            }
    }

    /// The broken guard in words.
    package var description: String {
        switch self {
        case .time: "a trial ran for longer than cluster.trial_time"
        case .memory: "a trial took more memory than cluster.trial_memory"
        case .stall: "a trial passed no check within cluster.stall_time"
        }
    }
}
