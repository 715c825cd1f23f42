import FoundationEssentials
import Glibc
import Testing

/// The built `espalier`, or another program, as a process of its own.
final class Program {
    /// What a finished process left.
    struct Result {
        let status: Int32
        let output: String
        let errors: String

        /// The last line of stdout, as JSON.
        func json() throws -> [String: JSONValue] {
            let line = try #require(output.split(separator: "\n").last)
            return try JSONDecoder().decode([String: JSONValue].self, from: Data(line.utf8))
        }
    }

    let id: pid_t
    private let folder: TestFolder
    private let name: String
    private var status: Int32?

    /// The path of the built `espalier`, which lies beside the tests.
    static var espalier: String {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        let folder = tests.map { $0.split(separator: "/").dropLast().joined(separator: "/") } ?? ""
        return "/\(folder)/espalier"
    }

    /// Starts a program in a folder; what it prints goes to files there.
    init(
        _ arguments: [String], of program: String = espalier, in folder: TestFolder
    ) throws {
        self.folder = folder
        name = "process-\(UInt32.random(in: 0...UInt32.max, using: &folder.names))"
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        unsafe posix_spawn_file_actions_addopen(
            &actions, 1, folder.path(name + ".out"), flags, 0o600)
        unsafe posix_spawn_file_actions_addopen(
            &actions, 2, folder.path(name + ".err"), flags, 0o600)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var words =
            unsafe (["env", "-C", folder.root, program] + arguments).map { unsafe strdup($0) } + [
                nil
            ]
        defer { unsafe words.forEach { unsafe free($0) } }
        var id = pid_t()
        let code = unsafe posix_spawn(&id, "/usr/bin/env", &actions, &attributes, &words, environ)
        try #require(code == 0, "\(program) cannot be started: \(code)")
        self.id = id
    }

    deinit {
        kill(SIGKILL)
        _ = poll()
    }

    /// Runs `espalier` to its end.
    static func run(
        _ arguments: String..., in folder: TestFolder, within seconds: Double = 60
    ) throws -> Result {
        try Program(arguments, in: folder).wait(within: seconds)
    }

    /// Sends a signal.
    func kill(_ signal: Int32) {
        if status == nil { _ = Glibc.kill(id, signal) }
    }

    /// Waits for the end; fails the test where it does not come in time.
    func wait(within seconds: Double) throws -> Result {
        try eventually(within: seconds, "process \(id) ends; it said: \(errors)") { poll() }
        return Result(status: status ?? -1, output: text(".out"), errors: errors)
    }

    /// What it has written to stderr so far.
    var errors: String { text(".err") }

    private func text(_ suffix: String) -> String {
        let path = folder.path(name + suffix)
        return String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    private func poll() -> Bool {
        var code: Int32 = 0
        if status == nil, unsafe waitpid(id, &code, WNOHANG) == id {
            status = code & 0x7f == 0 ? (code >> 8) & 0xff : -(code & 0x7f)
        }
        return status != nil
    }
}

/// Looks again and again until something is so; fails the test where it does not become so in time.
func eventually(
    within seconds: Double, _ what: @autoclosure () -> String, _ condition: () throws -> Bool
) throws {
    for _ in 0..<Int(seconds * 100) {
        if try condition() { return }
        usleep(10_000)
    }
    throw Late(what: what())
}

/// What did not happen in time.
struct Late: Error {
    let what: String
}

/// A value of JSON whose kind a test asks for.
enum JSONValue: Decodable, Equatable {
    case number(Double)
    case text(String)
    case truth(Bool)
    case object([String: JSONValue])
    case list([JSONValue])
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }
}
