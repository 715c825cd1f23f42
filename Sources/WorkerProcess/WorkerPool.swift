package import Coordination
import Glibc
package import OperatingSystem

/// The worker processes of a local cluster, each of which is started again when it dies.
package struct WorkerPool {
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
                worker \(name) died \(WorkerPool.quickDeathLimit) times, each soon after its \
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

    private struct Member {
        let name: String
        var process: ChildProcess?
        var startedAt: Instant
        var restartAt: Instant?
        var quickDeaths = 0
    }

    /// A life shorter than this counts as a quick death.
    private static let quickLife = Duration.seconds(5)
    /// Quick deaths in a row after which a worker is not started again.
    private static let quickDeathLimit = 5

    private let program: String
    private let arguments: [String]
    private var members: [Member] = []

    /// Starts so many workers that connect to an endpoint.
    package init(
        count: Int, endpoint: String, at now: Instant
    ) throws(ChildProcess.SpawnError) {
        program = ChildProcess.currentProgram()
        // Less than `stop` is patient, so that a worker can still say goodbye.
        arguments = [
            "worker", endpoint, "--log-level", "warning", "--grace", "3s",
            "--exit-with-parent", "\(getpid())",
        ]
        for number in 1...max(1, count) {
            var member = Member(name: "local-\(number)", startedAt: now)
            member.process = try spawn(member.name)
            members.append(member)
        }
    }

    /// The workers that run now.
    package var runningCount: Int {
        members.count { $0.process != nil }
    }

    /// Whether every worker died so often that none is started again.
    package var hasGivenUp: Bool {
        members.allSatisfy { $0.process == nil && $0.quickDeaths >= Self.quickDeathLimit }
    }

    /// Looks after the workers: starts again what died, after a pause that doubles.
    ///
    /// A worker that left with status 0 did so on purpose and is not started again.
    package mutating func supervise(at now: Instant) throws(ChildProcess.SpawnError) -> [Notice] {
        var notices: [Notice] = []
        for index in members.indices {
            if let end = members[index].process?.poll() {
                bury(index, end, at: now, &notices)
            }
            if let restartAt = members[index].restartAt, restartAt <= now {
                members[index].restartAt = nil
                members[index].startedAt = now
                members[index].process = try spawn(members[index].name)
            }
        }
        return notices
    }

    /// Ends the workers: asks first, and kills what still runs when the time is over.
    package mutating func stop(within patience: Duration) {
        signal(SIGTERM)
        let deadline = SystemClock.now() + patience
        while isAnyoneRunning(), SystemClock.now() < deadline { usleep(10_000) }
        signal(SIGKILL)
        while isAnyoneRunning() { usleep(1_000) }
    }

    private mutating func bury(
        _ index: Int, _ end: ChildProcess.End, at now: Instant, _ notices: inout [Notice]
    ) {
        members[index].process = nil
        guard end != .exited(status: 0) else { return }
        let name = members[index].name
        let lived = now - members[index].startedAt
        // A process that reached the time of a trial has shown that it can train.
        let isQuick = lived < Self.quickLife && end != .exited(status: GuardExit.time.rawValue)
        members[index].quickDeaths = isQuick ? members[index].quickDeaths + 1 : 0
        if members[index].quickDeaths >= Self.quickDeathLimit {
            notices.append(.givenUp(name: name, end: end))
        } else {
            notices.append(.died(name: name, end: end))
            let pause = Duration.milliseconds(100) * (1 << members[index].quickDeaths)
            members[index].restartAt = now + pause
        }
    }

    private func spawn(_ name: String) throws(ChildProcess.SpawnError) -> ChildProcess {
        try ChildProcess(program: program, arguments: arguments + ["--name", name])
    }

    private func signal(_ number: CInt) {
        for member in members { member.process?.send(signal: number) }
    }

    private mutating func isAnyoneRunning() -> Bool {
        for index in members.indices where members[index].process?.poll() != nil {
            members[index].process = nil
        }
        return runningCount > 0
    }
}
