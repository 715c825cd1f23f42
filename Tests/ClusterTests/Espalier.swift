import OperatingSystem
import Testing

/// The `espalier` that was built together with the tests.
enum Espalier {
    /// It lies beside the program that runs the tests.
    static let path = "\(FilePath.folder(of: ChildProcess.currentProgram()))/espalier"

    /// What a command that has ended left behind.
    struct Outcome {
        let end: ChildProcess.End
        let output: String
        let errors: String

        /// The last line of stdout as JSON.
        func result() throws -> JSONValue {
            let line = try #require(output.split(separator: "\n").last, "stderr: \(errors)")
            return try JSONValue.read(line)
        }
    }

    /// Starts a command.
    static func start(
        _ arguments: [String], name: String, in folder: TestFolder
    ) throws -> RunningProgram {
        try RunningProgram([path] + arguments, name: name, in: folder)
    }

    /// Runs a command to its end.
    static func run(
        _ arguments: [String], in folder: TestFolder
    ) async throws -> Outcome {
        let program = try start(arguments, name: arguments.first ?? "espalier", in: folder)
        let end = try await program.ended()
        return Outcome(end: end, output: program.output, errors: program.errors)
    }

    /// Runs a command that has to succeed, and reads its result.
    static func result(
        of arguments: [String], in folder: TestFolder
    ) async throws -> JSONValue {
        let outcome = try await run(arguments + ["--json"], in: folder)
        try #require(outcome.end == .success, "\(arguments): \(outcome.errors)")
        return try outcome.result()
    }
}

extension ChildProcess.End {
    static let success = Self.exited(status: 0)
}
