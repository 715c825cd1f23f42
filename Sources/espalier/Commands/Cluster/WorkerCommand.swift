import ArgumentParser
import OperatingSystem
import StudyDocuments
import Trials
import WorkerKeys
import WorkerProcess
import ZeroMQ

/// `espalier worker`: one worker process.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Trains networks for a coordinator until the study is over.",
        discussion: """
            Example:  espalier worker ipc://cluster/run/coordinator.ipc --name local-1
            It outlives its coordinator: it trains on, keeps its reports, and delivers them when \
            the coordinator is back. SIGTERM or Ctrl-C lets it finish what it trains within its \
            grace period, and gives the rest back at once; a second one stops it. A training that \
            takes more than the coordinator's config allows ends the process, with status 91 \
            (time), 92 (memory) or 93 (no check for too long): start it again.
            """)

    @Argument(help: "Where the coordinator listens: ipc://PATH or tcp://ADDRESS:PORT.")
    var endpoint: String

    @Option(help: "The folder of keys that espalier keys has made for this worker.")
    var keys: String?

    @Option(help: "A name that no other worker of the study has (default: host and process).")
    var name: String?

    @Option(help: "Trainings at once, each on a thread of its own.")
    var slots = 1

    @Option(help: "How long trainings may still run after SIGTERM or Ctrl-C: 20s, 5m.")
    var grace = TimeSpan(seconds: WorkerLimits.grace / .seconds(1))

    @Option(help: "How long to wait for a coordinator that does not answer: 30m, 24h.")
    var patience = TimeSpan(seconds: WorkerLimits.giveUpAfter / .seconds(1))

    @Option(help: .hidden)
    var exitWithParent: Int32?

    @OptionGroup var logging: LogOptions

    func validate() throws {
        guard (1...256).contains(slots) else {
            throw ValidationError("--slots is \(slots), expected a whole number from 1 to 256")
        }
        if let name, WorkerID(rawValue: name) == nil {
            throw ValidationError(
                "--name is \(name), expected 1 to 64 letters, digits, dots, hyphens, underscores")
        }
    }

    func run() throws {
        try reporting {
            PrivateFile.becomeRule()
            SignalWatch.outliveReaders()
            let settings = WorkerSettings(
                endpoint: endpoint, keys: try keys.map(ClientKeys.init(folder:)), worker: worker,
                slots: slots, parent: exitWithParent,
                waiting: WorkerTimes(grace: grace.duration, giveUpAfter: patience.duration))
            // When `work` returns, the socket has delivered what it could.
            switch try work(settings) {
            case .left: break
            case .overran(let breach): breach.endProcess()
            case .refused(let refusal): throw refusal
            }
        }
    }

    private func work(_ settings: WorkerSettings) throws -> WorkerEnding {
        var node = try WorkerNode(settings, log: logging.logger("worker"))
        return try node.run()
    }

    private var worker: WorkerID {
        let own = name ?? "\(Self.host)-\(CurrentProcess.id)"
        guard let worker = WorkerID(rawValue: own) else {
            preconditionFailure("\(own) was validated")
        }
        return worker
    }

    /// The machine's name, reduced to what a worker's name may contain.
    ///
    /// The process number alone is not enough: in containers, processes of several machines have
    /// the same numbers. Twelve letters fit behind the name of a key.
    private static var host: String {
        let name = Machine.hostName ?? ""
        let allowed = name.prefix { $0 != "." }.filter { WorkerID(rawValue: String($0)) != nil }
        return allowed.isEmpty ? "worker" : String(allowed.prefix(12))
    }
}
