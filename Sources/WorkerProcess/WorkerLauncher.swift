import OperatingSystem

/// Starts worker processes of this program on this machine.
package struct WorkerLauncher: Sendable {
    private let program: String
    private let arguments: [String]

    /// Launches workers that connect to an endpoint, and that end when this process ends.
    package init(endpoint: String) {
        program = ChildProcess.currentProgram()
        arguments = [
            "worker", endpoint, "--log-level", "warning",
            "--grace", "\(WorkerLimits.poolGrace)s",
            "--exit-with-parent", "\(CurrentProcess.id)",
        ]
    }

    /// Starts a worker.
    func launch(_ name: String) throws(ChildProcess.SpawnError) -> ChildProcess {
        try ChildProcess(program: program, arguments: arguments + ["--name", name])
    }
}
