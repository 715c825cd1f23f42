import Glibc

/// A file that is open for appending text.
package struct GrowingFile: ~Copyable {
    private let descriptor: CInt
    private let path: String

    /// Opens a file that exists.
    package init(_ path: String) throws(FileError) {
        descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unwritable(path: path, reason: SystemError.latest)
        }
        self.path = path
    }

    deinit { close(descriptor) }

    /// Appends text.
    package func append(_ text: String) throws(FileError) {
        guard FileBytes.write(text, to: descriptor) else {
            throw .cutShort(path: path, reason: SystemError.latest)
        }
    }
}
