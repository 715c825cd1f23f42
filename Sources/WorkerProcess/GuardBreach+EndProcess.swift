package import Coordination
import OperatingSystem

extension GuardBreach {
    /// Ends the process at once, with the reason on stderr, because other threads may be in any
    /// state.
    package func endProcess() -> Never {
        CurrentProcess.end(status: limit.exitStatus, saying: "worker ends itself: \(reason)")
    }
}
