import ArgumentParser
import ClusterNodes
import Glibc
import Trials
import ZeroMQ

/// `espalier worker`: one worker process.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Trains networks for a coordinator until the study is over.",
        discussion: """
            Example:  espalier worker ipc://cluster/run/coordinator.ipc --name local-1
            It outlives its coordinator: it trains on, keeps its reports, and delivers them when \
            the coordinator is back. SIGTERM or Ctrl-C lets it finish what it trains; twice \
            stops it.
            """)

    @Argument(help: "Where the coordinator listens: ipc://PATH or tcp://ADDRESS:PORT.")
    var endpoint: String

    @Option(help: "The folder of keys that espalier keys has made for this worker.")
    var keys: String?

    @Option(help: "A name that no other worker of the study has (default: host and process).")
    var name: String?

    @Option(help: "Trainings at once, each on a thread of its own.")
    var slots = 1

    @Flag(help: .hidden)
    var exitWithParent = false

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
            let settings = WorkerSettings(
                endpoint: endpoint, keys: try keys.map(ClientKeys.init(folder:)), worker: worker,
                slots: slots, exitsWithParent: exitWithParent)
            var node = try WorkerNode(settings, log: logging.logger("worker"))
            try node.run()
            if let refusal = node.refusal { throw refusal }
        }
    }

    private var worker: WorkerID {
        let unique = "worker-\(getpid())"
        guard let worker = WorkerID(rawValue: name ?? unique) else {
            preconditionFailure("\(name ?? unique) was validated")
        }
        return worker
    }
}
