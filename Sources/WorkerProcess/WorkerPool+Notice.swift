import Coordination
package import OperatingSystem

extension WorkerPool {
    /// What a person should know about a worker process.
    package enum Notice: Hashable, Sendable, CustomStringConvertible {
        case died(name: String, end: ChildProcess.End)
        case givenUp(name: String, end: ChildProcess.End)

        /// One line for a person.
        package var description: String {
            switch self {
            case .died(let name, let end):
                "worker \(name) \(Self.words(end)) and is started again"
            case .givenUp(let name, let end):
                """
                worker \(name) died \(CoordinationLimits.quickDeaths) times, each soon after its \
                start, and is given up; the last time it \(Self.words(end))
                """
            }
        }

        private static func words(_ end: ChildProcess.End) -> String {
            switch end {
            case .killed(let signal): "was killed by signal \(signal)"
            case .exited(let status):
                GuardExit(rawValue: status).map { "ended itself (\($0.description))" }
                    ?? "ended with status \(status)"
            }
        }
    }
}
