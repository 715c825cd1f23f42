import Glibc
import OperatingSystem

/// Files that commands write for the user.
enum ResultFile {
    /// Writes a file completely, or not at all.
    static func write(_ text: String, to path: String) throws {
        let draft = "\(path).draft"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(.cannotCreate, path) }
        defer { close(descriptor) }
        let isWritten = unsafe Array(text.utf8).withUnsafeBytes {
            unsafe FileBytes.write($0, to: descriptor)
        }
        guard isWritten else { throw failure(.writeFailed, path) }
        guard unsafe rename(draft, path) == 0 else { throw failure(.cannotCreate, path) }
    }

    private static func failure(_ status: FailureStatus, _ path: String) -> CommandFailure {
        CommandFailure(status, "\(path) cannot be written: \(SystemError.latest)")
    }
}
