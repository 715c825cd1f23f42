import Glibc

/// The process that this code runs in.
package enum CurrentProcess {
    /// Its process number.
    package static var id: Int32 { getpid() }

    /// The number of the process that started it, or of the one that adopted it later.
    package static var parent: Int32 { getppid() }

    /// Ends the process at once, with a line on stderr; nothing else runs after that, because other
    /// threads may be in any state.
    package static func end(status: Int, saying line: String) -> Never {
        StandardStreams.writeError("\(line)\n")
        _exit(Int32(status))
    }
}
