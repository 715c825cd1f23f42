import Glibc

/// Files that are written for the user.
package enum ResultFile {
    /// Writes a file completely, or not at all.
    package static func write(_ text: String, to path: String) throws(FileError) {
        let draft = "\(path).draft"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .unwritable(path: path, reason: SystemError.latest)
        }
        defer { close(descriptor) }
        guard FileBytes.write(text, to: descriptor) else {
            throw .cutShort(path: path, reason: SystemError.latest)
        }
        guard unsafe rename(draft, path) == 0 else {
            throw .unwritable(path: path, reason: SystemError.latest)
        }
    }
}
