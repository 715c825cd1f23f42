import Glibc

/// Small files and folders that only their owner may read or write.
package enum PrivateFile {
    private static let others: mode_t = 0o077

    /// Removes other users' permissions from every file, folder and socket that the process
    /// creates.
    package static func becomeRule() {
        umask(others)
    }

    /// Makes a folder, or accepts one that no other user can enter.
    package static func makeFolder(_ path: String) throws(FileError) {
        if unsafe mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw .noFolder(path: path, reason: SystemError.latest) }
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .noFolder(path: path, reason: "something else has that name")
        }
        try check(status, path, isFolder: true)
    }

    /// Writes a new file.
    package static func create(_ path: String, text: String) throws(FileError) {
        try write(text, to: path, O_CREAT | O_EXCL)
    }

    /// Appends to a file, which is created if needed.
    package static func append(_ text: String, to path: String) throws(FileError) {
        try write(text, to: path, O_CREAT | O_APPEND)
    }

    private static func write(
        _ text: String, to path: String, _ how: CInt
    ) throws(FileError) {
        let flags = O_WRONLY | O_CLOEXEC | O_NOFOLLOW | how
        let descriptor = unsafe open(path, flags, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw .alreadyExists(path: path) }
            throw .unwritable(path: path, reason: SystemError.latest)
        }
        defer { close(descriptor) }
        guard FileBytes.write(text, to: descriptor) else {
            throw .unwritable(path: path, reason: SystemError.latest)
        }
    }

    /// Reads a small file that no other user may write, nor read if it is a secret.
    ///
    /// - Parameter kind: what the file is, such as "a list of keys".
    package static func read(
        _ path: String, isSecret: Bool, kind: String
    ) throws(FileError) -> String {
        let (descriptor, status) = try FileBytes.open(path, mention: nil)
        defer { close(descriptor) }
        try check(status, path, isFolder: false, forbidden: isSecret ? others : 0o022)
        let bytes = try FileBytes.read(
            from: descriptor, path, expecting: Int(status.st_size), .small(kind))
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func check(
        _ status: stat, _ path: String, isFolder: Bool, forbidden: mode_t = others
    ) throws(FileError) {
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .foreign(path: path)
        }
        guard status.st_mode & forbidden == 0 else {
            let mode = String(status.st_mode & 0o777, radix: 8)
            throw .exposed(path: path, mode: mode, isFolder: isFolder)
        }
    }
}
