/// Why bytes cannot be decompressed.
package enum GzipError: Error, Hashable {
    /// The bytes do not start with the mark of gzip.
    case notGzip
    /// The bytes end before the compressed content does; fetch the file again.
    case truncated
    /// The bytes were changed, as a header, code or checksum shows; fetch the file again.
    case corrupt(offset: Int, reason: String)
    /// The content is larger than the caller allows (bytes).
    case tooLarge(limit: Int)
    /// There was no memory to decompress with.
    case outOfMemory
}

extension GzipError: CustomStringConvertible {
    /// Says what is wrong and what to do, to be put behind the name of the file.
    package var description: String {
        switch self {
        case .notGzip:
            "not gzip: expected the bytes 1f 8b at its start"
        case .truncated:
            "ends in the middle of its compressed content: fetch it again"
        case .corrupt(let offset, let reason):
            "corrupt near byte \(offset) (\(reason)): fetch it again"
        case .tooLarge(let limit):
            "holds more than \(limit) bytes when decompressed, which is the most allowed"
        case .outOfMemory:
            "needs more memory to decompress than there is"
        }
    }
}
