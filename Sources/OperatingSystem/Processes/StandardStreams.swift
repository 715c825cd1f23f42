import Glibc

/// Stdout and stderr of this process.
package enum StandardStreams {
    /// Writes what `print` has put aside to stdout, for a reader that waits for it.
    package static func flushOutput() {
        fflush(nil)
    }

    /// Writes text to stderr, at once.
    package static func writeError(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe write(STDERR_FILENO, bytes, bytes.count)
    }

    /// Whether stderr is a terminal.
    package static var isErrorTerminal: Bool {
        isatty(STDERR_FILENO) == 1
    }
}
