import FoundationEssentials
import OperatingSystem

/// Where results and diagnostics go.
enum Terminal {
    /// Writes a line of the result to stdout.
    static func say(_ line: String) {
        print(line)
    }

    /// Writes lines of the result to stdout.
    static func say(_ lines: [String]) {
        for line in lines { say(line) }
    }

    /// Writes a value as one line of JSON to stdout, names in snake case and sorted.
    static func say(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Writes a diagnostic to stderr.
    static func complain(_ line: String) {
        write("espalier: \(line)\n")
    }

    /// Writes text to stderr as it is.
    static func write(_ text: String) {
        StandardStreams.writeError(text)
    }

    /// Whether stderr is a terminal.
    static var isWatched: Bool {
        StandardStreams.isErrorTerminal
    }
}
