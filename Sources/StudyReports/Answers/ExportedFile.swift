/// A file that was written for the user: the answer of `espalier export`.
package struct ExportedFile: Hashable, Codable, Sendable {
    /// Where it is.
    package let path: String
    /// What it holds, in the word of the command line.
    package let format: String

    /// Names a file.
    package init(path: String, format: String) {
        self.path = path
        self.format = format
    }

    /// The line that tells the user.
    package var line: String { "wrote \(path)" }
}
