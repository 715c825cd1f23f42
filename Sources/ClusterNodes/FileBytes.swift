import Glibc

/// Whole files, as bytes.
package enum FileBytes {
    /// Reads a file.
    ///
    /// - Parameter mention: who wants the file, for a message that it is missing.
    package static func read(
        _ path: String, mention: String? = nil
    ) throws(StudyLoadingError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT || errno == ENOTDIR else {
                throw .unreadableFile(path: path, reason: SystemError.latest)
            }
            throw .missingFile(path: path, mention: mention)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe Glibc.read(descriptor, &block, block.count)
            guard count >= 0 else { throw .unreadableFile(path: path, reason: SystemError.latest) }
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
    }

    /// The part of a path up to its last slash, or the current folder.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The part of a path behind its last slash.
    package static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
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
