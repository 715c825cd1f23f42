package import Coordination
package import OperatingSystem

/// The worker processes of a local cluster; a process that fails is restarted.
///
/// `RestartPolicy` decides that; the pool starts, watches and ends the processes.
package struct WorkerPool {
    private let launcher: WorkerLauncher
    private var policy: RestartPolicy
    /// The processes that run, by the numbers of their workers.
    private var processes: [ChildProcess?] = []

    /// Starts this many workers.
    package init(
        count: Int, launchedBy launcher: WorkerLauncher, at now: Instant
    ) throws(ChildProcess.SpawnError) {
        self.launcher = launcher
        policy = RestartPolicy(workers: max(1, count), at: now)
        for index in 0..<max(1, count) {
            processes.append(try launcher.launch(Self.name(of: index)))
        }
    }

    /// Number of running workers.
    package var runningCount: Int { processes.count { $0 != nil } }

    /// Whether every worker failed so often that none is restarted.
    package var hasGivenUp: Bool { policy.hasGivenUp }

    /// Restarts workers that failed, after a pause that doubles each time.
    ///
    /// A worker that ended with status 0 left on purpose and is not restarted.
    package mutating func supervise(at now: Instant) throws(ChildProcess.SpawnError) -> [Notice] {
        var notices: [Notice] = []
        for index in processes.indices {
            guard let end = processes[index]?.poll() else { continue }
            processes[index] = nil
            switch policy.verdict(on: index, after: RestartPolicy.End(end), at: now) {
            case .rest: break
            case .restart: notices.append(.died(name: Self.name(of: index), end: end))
            case .giveUp: notices.append(.givenUp(name: Self.name(of: index), end: end))
            }
        }
        for index in policy.due(at: now) {
            processes[index] = try launcher.launch(Self.name(of: index))
        }
        return notices
    }

    /// Ends the workers: first asks them, then kills those that still run when the time is over.
    package mutating func stop(within time: Duration = WorkerLimits.poolStop) {
        for process in processes { process?.send(signal: ChildProcess.termination) }
        let deadline = SystemClock.now() + time
        while isAnyoneRunning(), SystemClock.now() < deadline {
            SystemClock.sleep(for: .milliseconds(10))
        }
        for process in processes { process?.send(signal: ChildProcess.death) }
        while isAnyoneRunning() { SystemClock.sleep(for: .milliseconds(1)) }
    }

    private static func name(of index: Int) -> String { "local-\(index + 1)" }

    private mutating func isAnyoneRunning() -> Bool {
        for index in processes.indices where processes[index]?.poll() != nil {
            processes[index] = nil
        }
        return runningCount > 0
    }
}
