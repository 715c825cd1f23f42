import Glibc
import OperatingSystem

/// Small files and folders that nobody but their owner may read or write.
package enum PrivateFile {
    /// Most bytes that are read of a file: ten thousand keys.
    private static let largest = 1 << 20
    private static let others: mode_t = 0o077

    /// Keeps other users away from every file, folder and socket that the process will make.
    package static func becomeRule() {
        umask(others)
    }

    /// Makes a folder, or finds one that nobody else can enter.
    static func makeFolder(_ path: String) throws(KeyError) {
        if unsafe mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw .cannotCreate(path: path, reason: SystemError.latest) }
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .cannotCreate(path: path, reason: "something else has that name")
        }
        try check(status, path, isFolder: true)
    }

    /// Writes a file that is not there yet.
    static func create(
        _ path: String, text: String, remedy: String
    ) throws(KeyError) {
        try write(text, to: path, O_CREAT | O_EXCL, remedy: remedy)
    }

    /// Writes to the end of a file, which is made if need be.
    static func append(_ text: String, to path: String) throws(KeyError) {
        try write(text, to: path, O_CREAT | O_APPEND, remedy: "choose another place")
    }

    private static func write(
        _ text: String, to path: String, _ how: CInt, remedy: String
    ) throws(KeyError) {
        let flags = O_WRONLY | O_CLOEXEC | O_NOFOLLOW | how
        let descriptor = unsafe open(path, flags, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw .alreadyExists(path: path, remedy: remedy) }
            throw .cannotCreate(path: path, reason: SystemError.latest)
        }
        defer { close(descriptor) }
        let isWritten = unsafe Array(text.utf8).withUnsafeBytes {
            unsafe FileBytes.write($0, to: descriptor)
        }
        guard isWritten else {
            throw .cannotCreate(path: path, reason: SystemError.latest)
        }
    }

    /// Reads a file that nobody else may write, nor read where it is a secret.
    static func read(
        _ path: String, isSecret: Bool, remedy: String
    ) throws(KeyError) -> String {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR {
                throw .missing(path: path, remedy: remedy)
            }
            throw .unreadable(path: path, reason: SystemError.latest)
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw .unreadable(path: path, reason: SystemError.latest)
        }
        try check(status, path, isFolder: false, forbidden: isSecret ? others : 0o022)
        var bytes = [UInt8](repeating: 0, count: largest + 1)
        let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .unreadable(path: path, reason: SystemError.latest) }
        guard count <= largest else {
            throw .unreadable(path: path, reason: "it has more than \(largest) bytes")
        }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private static func check(
        _ status: stat, _ path: String, isFolder: Bool, forbidden: mode_t = others
    ) throws(KeyError) {
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .foreign(path: path)
        }
        guard status.st_mode & forbidden == 0 else {
            let mode = String(status.st_mode & 0o777, radix: 8)
            throw .exposed(path: path, mode: mode, isFolder: isFolder)
        }
    }
}
