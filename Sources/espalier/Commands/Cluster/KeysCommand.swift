import ArgumentParser
import Coordination
import OperatingSystem
import Trials
import WorkerKeys

/// `espalier keys`: the keys with which a coordinator and its workers recognise each other.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Makes the keys for a coordinator and workers on other machines.",
        discussion: """
            Example:  espalier keys new keys
            DIR is for the coordinator and stays on its machine. It has a folder for each worker: \
            take that folder to the worker's machine. It holds the worker's secret key and the \
            coordinator's public key. DIR/workers.public lists the workers that may connect; a \
            worker that you remove from the list cannot connect again.
            """,
        subcommands: [New.self, Add.self])

    /// `espalier keys new`.
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes the keys of a coordinator and of a first worker, worker-1.",
            discussion: "Example:  espalier keys new keys")

        @Argument(help: "The folder to make; it must not have keys yet.")
        var folder: String

        func run() throws {
            try reporting {
                guard let first = KeyName(rawValue: "worker-1") else {
                    preconditionFailure("worker-1 is a name")
                }
                let path = KeysCommand.plain(folder)
                try KeyFolder.create(path)
                let own = try KeyFolder.add(first, to: path)
                Terminal.say("made the coordinator's keys in \(path), which stay here; start it:")
                Terminal.say(
                    "  espalier coordinator CONFIG --bind tcp://0.0.0.0:5555 --keys \(path)")
                KeysCommand.tellOfWorker(own)
                Terminal.say("for each further worker:  espalier keys add \(path) NAME")
            }
        }
    }

    /// `espalier keys add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes the keys of one more worker; a running coordinator accepts it.",
            discussion: "Example:  espalier keys add keys oak")

        @Argument(help: "The coordinator's folder, which espalier keys new has made.")
        var folder: String

        @Argument(help: "The worker's name; processes that share the key are NAME.1, ….")
        var name: String

        func validate() throws {
            guard key != nil else {
                throw ValidationError("NAME is \(name), expected \(KeyName.expectation)")
            }
        }

        func run() throws {
            try reporting {
                guard let key else { preconditionFailure("\(name) was validated") }
                KeysCommand.tellOfWorker(
                    try KeyFolder.add(key, to: KeysCommand.plain(folder)))
            }
        }

        private var key: KeyName? { KeyName(rawValue: name) }
    }

    private static func tellOfWorker(_ folder: String) {
        let name = FilePath.name(of: folder)
        Terminal.say("made a worker's keys in \(folder): take that folder to its machine; there:")
        Terminal.say("  espalier worker tcp://COORDINATOR:5555 --keys \(name)")
    }

    /// A path without slashes at its end.
    private static func plain(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
