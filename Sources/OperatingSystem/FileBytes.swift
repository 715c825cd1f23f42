import Glibc

/// Whole files, as bytes.
package enum FileBytes {
    /// Reads a file.
    ///
    /// - Parameter mention: who wants the file, for a message that it is missing.
    package static func read(
        _ path: String, mention: String? = nil
    ) throws(FileError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT || errno == ENOTDIR else {
                throw .unreadable(path: path, reason: SystemError.latest)
            }
            throw .missing(path: path, mention: mention)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe Glibc.read(descriptor, &block, block.count)
            guard count >= 0 else { throw .unreadable(path: path, reason: SystemError.latest) }
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
    }

    /// Writes all bytes, in as many pieces as it takes.
    ///
    /// - Returns: whether that worked; `SystemError.latest` says why not.
    package static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> Bool {
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
