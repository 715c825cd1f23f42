import Coordination
package import OperatingSystem
import Trials

extension WorkerPool {
    /// A notice for the user about a worker process.
    package enum Notice: Hashable, Sendable, CustomStringConvertible {
        case died(name: String, end: ChildProcess.End)
        case givenUp(name: String, end: ChildProcess.End)

        /// The notice as one line of text.
        package var description: String {
            switch self {
            case .died(let name, let end):
                "worker \(name) \(Self.words(end)) and is restarted"
            case .givenUp(let name, let end):
                """
                worker \(name) died \(CoordinationLimits.quickDeaths) times, each soon after its \
                start, and is not restarted; the last time it \(Self.words(end))
                """
            }
        }

        private static func words(_ end: ChildProcess.End) -> String {
            switch end {
            case .killed(let signal): "was killed by signal \(signal)"
            case .exited(let status):
                TrialGuard(exitStatus: status).map { "ended itself (\($0.breach))" }
                    ?? "ended with status \(status)"
            }
        }
    }
}
