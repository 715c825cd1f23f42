import Compression
package import OperatingSystem

/// Files that may be compressed.
package enum UnpackedFile {
    /// Reads a file, and decompresses it if it is compressed.
    ///
    /// - Parameters:
    ///   - mention: what needs the file, for the message that it is missing.
    ///   - limit: the most bytes of the file, and of its decompressed content.
    package static func read(
        _ path: String, mention: String? = nil, limit: FileLimit = .memory()
    ) throws(StudyLoadingError) -> [UInt8] {
        let bytes = try stored(path, mention, limit)
        guard Gzip.isGzip(bytes) else { return bytes }
        do throws(GzipError) {
            return try Gzip.decompressed(bytes, limit: limit.bytes)
        } catch .tooLarge {
            throw .file(.tooLarge(path: path, limit: limit))
        } catch {
            throw .damagedFile(path: path, reason: "\(error)")
        }
    }

    private static func stored(
        _ path: String, _ mention: String?, _ limit: FileLimit
    ) throws(StudyLoadingError) -> [UInt8] {
        do throws(FileError) {
            return try FileBytes.read(path, mention: mention, limit: limit)
        } catch {
            throw .file(error)
        }
    }
}
