import Glibc
import OperatingSystem

/// A program that a test started; it is killed at the latest when nobody needs it any more.
final class RunningProgram {
    let folder: TestFolder
    private let name: String
    private let process: ChildProcess
    private var knownEnd: ChildProcess.End?

    /// Starts a program that writes to files in a folder.
    ///
    /// - Parameters:
    ///   - name: what the files are called; no two programs at a time share one.
    ///   - folder: where the program works, and where the files go.
    ///   - environment: NAME=VALUE, besides what the test itself has.
    init(
        _ words: [String], name: String, in folder: TestFolder, environment: [String] = []
    ) throws {
        self.folder = folder
        self.name = name
        process = try ChildProcess(
            program: "/usr/bin/env", arguments: ["-C", folder.path] + environment + words,
            writingTo: ChildProcess.Streams(
                output: folder.file("\(name).out"), errors: folder.file("\(name).err")))
    }

    deinit {
        guard end == nil else { return }
        process.send(signal: SIGKILL)
        while end == nil { usleep(1_000) }
    }

    /// The number of the process.
    var id: Int32 { process.id }

    /// How the program ended; nothing while it runs.
    var end: ChildProcess.End? {
        if knownEnd == nil { knownEnd = process.poll() }
        return knownEnd
    }

    /// What the program wrote to stdout so far.
    var output: String { folder.text(of: "\(name).out") }

    /// What the program wrote to stderr so far.
    var errors: String { folder.text(of: "\(name).err") }

    func send(signal: CInt) {
        process.send(signal: signal)
    }

    /// Waits for the end of the program.
    func ended() async throws -> ChildProcess.End {
        do {
            return try await eventually("\(name) ends") { self.end }
        } catch let overdue as Overdue {
            throw Overdue(expectation: "\(overdue.expectation); it said: \(errors)")
        }
    }
}

/// Waits until something is there.
///
/// - Throws: `Overdue` after a quarter of an hour, and whatever the look throws.
@discardableResult
func eventually<Value>(
    _ expectation: String, _ look: () throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + Overdue.patience
    var pause = Duration.milliseconds(5)
    while true {
        if let value = try look() { return value }
        guard ContinuousClock.now < deadline else { throw Overdue(expectation: expectation) }
        try await Task.sleep(for: pause)
        // A look may cost as much as reading a whole study.
        pause = min(pause * 1.3, .milliseconds(100))
    }
}

/// Waits until something holds.
func eventually(_ expectation: String, holds: () throws -> Bool) async throws {
    try await eventually(expectation) { try holds() ? true : nil }
}
