import Coordination
import OperatingSystem
import Trials

extension RestartPolicy.End {
    /// What the end of a worker's process means.
    init(_ end: ChildProcess.End) {
        self =
            switch end {
            case .exited(status: 0): .left
            case .exited(status: TrialGuard.time.exitStatus): .ranOutOfTime
            case .exited, .killed: .died
            }
    }
}
