package import Coordination
import Glibc

extension GuardBreach {
    /// Ends the process at once, with the reason on stderr: its other threads may be in any state.
    package func endProcess() -> Never {
        var text = Array("worker ends itself: \(reason)\n".utf8)
        _ = unsafe write(STDERR_FILENO, &text, text.count)
        _exit(Int32(GuardExit(cause).rawValue))
    }
}
