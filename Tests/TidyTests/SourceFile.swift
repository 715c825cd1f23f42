import Testing

/// A source text, in which code, comments and string literals are told apart.
struct SourceFile: Sendable, CustomTestStringConvertible {
    /// How the names of sources end.
    static let endings = [".swift", ".c", ".h"]

    /// The path from the root of the repository.
    let path: String
    /// The lines as they are written.
    let lines: [Substring]
    private let bytes: [UInt8]
    private let kinds: [SourceLexer.Kind]

    /// Reads a source text.
    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        bytes = Array(text.utf8)
        kinds = SourceLexer.kinds(of: bytes, isC: !path.hasSuffix(".swift"))
    }

    var testDescription: String { path }

    /// The room or the test target that the file belongs to; nothing for the manifest.
    var target: String? {
        let folders = path.split(separator: "/")
        return folders.count > 2 ? String(folders[1]) : nil
    }

    /// Tells whether the file belongs to a room, not to a test or the manifest.
    var isInRoom: Bool { path.hasPrefix("Sources/") }

    /// Tells whether the file is written in Swift.
    var isSwift: Bool { path.hasSuffix(".swift") }

    /// The text with everything blanked but some kinds; offsets stay what they were.
    func bytes(keeping kept: Set<SourceLexer.Kind>) -> [UInt8] {
        zip(bytes, kinds).map { byte, kind in
            byte == UInt8(ascii: "\n") || kept.contains(kind) ? byte : UInt8(ascii: " ")
        }
    }

    /// The number of the line, from 1, that an offset lies in.
    func line(at offset: Int) -> Int {
        1 + bytes[..<offset].count { byte in byte == UInt8(ascii: "\n") }
    }

    /// Tells whether a line holds a comment, or the line above it is one.
    func hasComment(besideLine number: Int) -> Bool {
        if lines[number - 1].contains("//") { return true }
        guard number >= 2 else { return false }
        return lines[number - 2].drop { $0 == " " }.starts(with: "//")
    }
}
