import Glibc

/// A folder for sockets that only this user can enter; it is removed when it is no longer needed.
package struct TemporaryFolder: Sendable {
    /// The path; it is short, because a socket's path has at most 107 bytes.
    package let path: String

    private static let pattern = "/tmp/espalier-XXXXXX"
    private static let socket = "coordinator.ipc"

    /// Makes a folder with a unique name.
    package init() throws(FileError) {
        var name = Array(Self.pattern.utf8CString)
        let made = unsafe mkdtemp(&name) != nil
        guard made else {
            throw .noFolder(path: Self.pattern, reason: SystemError.latest)
        }
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The endpoint of a coordinator that uses the folder.
    package var endpoint: String { "ipc://\(path)/\(Self.socket)" }

    /// Removes the folder and the socket in it.
    package func remove() {
        Self.remove(path)
    }

    /// Removes the folder of an endpoint if its owner was killed; does nothing for other endpoints.
    package static func removeAbandoned(endpoint: String) {
        let prefix = "ipc://\(Self.pattern.prefix { $0 != "X" })"
        guard endpoint.hasPrefix(prefix), endpoint.hasSuffix("/\(Self.socket)") else { return }
        remove(String(endpoint.dropFirst("ipc://".count).dropLast(Self.socket.count + 1)))
    }

    private static func remove(_ path: String) {
        unsafe unlink("\(path)/\(Self.socket)")
        unsafe rmdir(path)
    }
}
