import Glibc

/// The kind of a file that is not a regular file.
package enum FileKind: String, Hashable, Sendable {
    case folder = "a folder"
    case namedPipe = "a named pipe"
    case device = "a device"
    case socket = "a socket"

    /// Reads the kind from a file's status; `nil` for a regular file.
    init?(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return nil
        case S_IFDIR: self = .folder
        case S_IFIFO: self = .namedPipe
        case S_IFSOCK: self = .socket
        default: self = .device
        }
    }
}
