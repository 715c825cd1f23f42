import OperatingSystem

/// Starts worker processes of this program on this machine.
package struct WorkerLauncher: Sendable {
    private let program: String
    private let arguments: [String]

    /// Lets workers connect to an endpoint, and leave when this process ends.
    package init(endpoint: String) {
        program = ChildProcess.currentProgram()
        arguments = [
            "worker", endpoint, "--log-level", "warning",
            "--grace", "\(WorkerLimits.poolGrace)s",
            "--exit-with-parent", "\(CurrentProcess.id)",
        ]
    }

    /// Starts one.
    func launch(_ name: String) throws(ChildProcess.SpawnError) -> ChildProcess {
        try ChildProcess(program: program, arguments: arguments + ["--name", name])
    }
}
