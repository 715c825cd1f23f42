import Testing

/// A reader that has to take whatever bytes there are.
struct FuzzTarget: Sendable, CustomTestStringConvertible {
    /// What the script calls it.
    let name: String
    /// Makes its inputs.
    let mutation: @Sendable () throws -> InputMutation
    /// Reads an input; true where the reader accepts it.
    ///
    /// A reader that traps ends the process, and so does one that takes the memory.
    let reads: @Sendable (_ bytes: [UInt8], _ golden: Int) throws -> Bool

    var testDescription: String { name }

    /// Every reader of bytes that come from elsewhere.
    static let all: [FuzzTarget] =
        [workerMessages, coordinatorMessages, coordinator, config, schedule] + datasets + [journal]
}

/// What confuses readers of text.
enum TextTokens {
    static let all: [[UInt8]] =
        [
            "9", "-", "0", ".5", "e9", "e999", "null", "[", "{", "]", "}", ",", ":", "\"", "'",
            "\\u0000", "\\ud800", "\\", "\u{feff}", "é", "\u{0}", "\u{1F332}", "\u{202E}", " ",
            "\t",
            "\r", "\n", "\r\n", "\u{85}", "\u{2028}", "~", "!", "&a ", "*a", "<<: *a\n", "? ", "- ",
            "#", "|", ">", "---\n", "...\n", "%YAML 9.9\n", "!!binary ", "@", "`", "true", "NaN",
        ].map { Array($0.utf8) }
        // No UTF-8: a lone continuation, an overlong zero, a surrogate, beyond the last character.
        + [[0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xC3]]
}
