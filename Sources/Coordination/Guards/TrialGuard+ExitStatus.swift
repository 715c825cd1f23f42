package import Trials

/// A worker's process that its watchdog ended tells by its exit status which limit was exceeded.
extension TrialGuard {
    /// The exit status of a process that ended itself because a trial exceeded this limit.
    package var exitStatus: Int {
        switch self {
        case .time: 91
        case .memory: 92
        case .stall: 93
        }
    }

    /// The limit that an exit status tells of; `nil` if the process ended for another reason.
    package init?(exitStatus: Int) {
        guard let told = Self.allCases.first(where: { $0.exitStatus == exitStatus }) else {
            return nil
        }
        self = told
    }

    /// What a trial did that exceeded the limit.
    package var breach: String {
        switch self {
        case .time: "a trial ran for longer than cluster.trial_time"
        case .memory: "a trial took more memory than cluster.trial_memory"
        case .stall: "a trial passed no check within cluster.stall_time"
        }
    }
}
