import Glibc

/// Reads and writes whole files.
package enum FileBytes {
    /// Reads a regular file.
    ///
    /// - Parameters:
    ///   - mention: what needs the file, for the message that it is missing.
    ///   - limit: the most bytes; by default enough to leave memory for their data.
    package static func read(
        _ path: String, mention: String? = nil, limit: FileLimit = .memory()
    ) throws(FileError) -> [UInt8] {
        let (descriptor, status) = try open(path, mention: mention)
        defer { close(descriptor) }
        let size = Int(status.st_size)
        guard size <= limit.bytes else { throw .tooLarge(path: path, limit: limit) }
        return try read(from: descriptor, path, expecting: size, limit)
    }

    /// Reads the first bytes of a regular file, or all of a shorter one.
    package static func start(of path: String, count: Int) throws(FileError) -> [UInt8] {
        let (descriptor, _) = try open(path, mention: nil)
        defer { close(descriptor) }
        var block = [UInt8](repeating: 0, count: count)
        let found = unsafe Glibc.read(descriptor, &block, count)
        guard found >= 0 else { throw .unreadable(path: path, reason: SystemError.latest) }
        return Array(block[..<found])
    }

    /// Opens a regular file for reading, and checks its kind; a pipe without a writer is refused.
    static func open(
        _ path: String, mention: String?
    ) throws(FileError) -> (descriptor: CInt, status: stat) {
        // Opening a device may have an effect, so its kind is checked first.
        var status = stat()
        if unsafe stat(path, &status) == 0, let kind = FileKind(status) {
            throw .notAFile(path: path, found: kind)
        }
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            guard errno == ENOENT || errno == ENOTDIR else {
                throw .unreadable(path: path, reason: SystemError.latest)
            }
            throw .missing(path: path, mention: mention)
        }
        guard unsafe fstat(descriptor, &status) == 0, FileKind(status) == nil else {
            close(descriptor)
            throw .unreadable(path: path, reason: "it has just become something else")
        }
        return (descriptor, status)
    }

    /// Reads to the end of a file, which may grow meanwhile; files in /proc are longer than they
    /// claim.
    static func read(
        from descriptor: CInt, _ path: String, expecting size: Int, _ limit: FileLimit
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe Glibc.read(descriptor, &block, block.count)
            guard count >= 0 else { throw .unreadable(path: path, reason: SystemError.latest) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit.bytes else {
                throw .tooLarge(path: path, limit: limit)
            }
            bytes += block[..<count]
        }
    }

    /// Writes a text; see the other function.
    static func write(_ text: String, to descriptor: CInt) -> Bool {
        unsafe Array(text.utf8).withUnsafeBytes { unsafe write($0, to: descriptor) }
    }

    /// Writes all bytes, in several calls if needed.
    ///
    /// - Returns: whether it succeeded; `SystemError.latest` has the reason if not.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> Bool {
        var rest = unsafe bytes[...]
        while unsafe !rest.isEmpty {
            let part = unsafe UnsafeRawBufferPointer(rebasing: rest)
            let count = unsafe Glibc.write(descriptor, part.baseAddress, part.count)
            guard count > 0 else { return false }
            unsafe rest = rest.dropFirst(count)
        }
        return true
    }
}
