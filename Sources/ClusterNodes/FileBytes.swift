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
                throw .unreadableFile(path: path, reason: reason())
            }
            throw .missingFile(path: path, mention: mention)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe Glibc.read(descriptor, &block, block.count)
            guard count >= 0 else { throw .unreadableFile(path: path, reason: reason()) }
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

    private static func reason() -> String {
        unsafe String(cString: strerror(errno))
    }
}
