import Glibc

/// A folder that only this user can enter, for sockets; it goes when it is no longer needed.
package struct TemporaryFolder: Sendable {
    /// Where it is; short, because a socket's path has at most 107 bytes.
    package let path: String

    /// Makes a folder with a name that nothing else has.
    package init() throws(StudyOpeningError) {
        var name = Array("/tmp/espalier-XXXXXX".utf8CString)
        let made = unsafe mkdtemp(&name) != nil
        guard made else {
            throw .noFolder(
                path: "/tmp/espalier-XXXXXX", reason: unsafe String(cString: strerror(errno)))
        }
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Removes the folder and the sockets in it.
    package func remove() {
        unsafe unlink("\(path)/coordinator.ipc")
        unsafe rmdir(path)
    }
}
