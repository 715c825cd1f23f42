/// Texts that often confuse readers.
enum TextTokens {
    static let all: [[UInt8]] =
        [
            "9", "-", "0", ".5", "e9", "e999", "null", "[", "{", "]", "}", ",", ":", "\"", "'",
            "\\u0000", "\\ud800", "\\", "\u{feff}", "é", "\u{0}", "\u{1F332}", "\u{202E}", " ",
            "\t",
            "\r", "\n", "\r\n", "\u{85}", "\u{2028}", "~", "!", "&a ", "*a", "<<: *a\n", "? ", "- ",
            "#", "|", ">", "---\n", "...\n", "%YAML 9.9\n", "!!binary ", "@", "`", "true", "NaN",
        ].map { Array($0.utf8) }
        // Invalid UTF-8: a lone continuation, an overlong zero, a surrogate, beyond the last
        // character.
        + [[0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xC3]]
}
