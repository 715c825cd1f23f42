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
    func ended(within patience: Duration = .seconds(30)) async throws -> ChildProcess.End {
        do {
            return try await eventually("\(name) ends", within: patience) { self.end }
        } catch let overdue as Overdue {
            throw Overdue(
                expectation: "\(overdue.expectation); it said: \(errors)", patience: patience)
        }
    }
}

/// Something that a test waited for, and that did not happen in time.
struct Overdue: Error, CustomStringConvertible {
    let expectation: String
    let patience: Duration

    var description: String { "not within \(patience): \(expectation)" }
}

/// Waits until something is there.
///
/// - Throws: `Overdue` when the time is up, and whatever the look throws.
@discardableResult
func eventually<Value>(
    _ expectation: String, within patience: Duration = .seconds(30), _ look: () throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + patience
    while true {
        if let value = try look() { return value }
        guard ContinuousClock.now < deadline else {
            throw Overdue(expectation: expectation, patience: patience)
        }
        try await Task.sleep(for: .milliseconds(10))
    }
}

/// Waits until something holds.
func eventually(
    _ expectation: String, within patience: Duration = .seconds(30), holds: () throws -> Bool
) async throws {
    try await eventually(expectation, within: patience) { try holds() ? true : nil }
}
