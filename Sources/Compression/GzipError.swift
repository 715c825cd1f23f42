/// Why bytes cannot be decompressed.
package enum GzipError: Error, Hashable {
    /// The bytes do not start with the signature of gzip.
    case notGzip
    /// The bytes end before the compressed content does; fetch the file again.
    case truncated
    /// A header, code or checksum is wrong, so the bytes were changed; fetch the file again.
    case corrupt(offset: Int, reason: String)
    /// The content is larger than the caller's limit (bytes).
    case tooLarge(limit: Int)
    /// There was not enough memory to decompress.
    case outOfMemory
}

extension GzipError: CustomStringConvertible {
    /// Says what is wrong and what to do; follows the name of the file.
    package var description: String {
        switch self {
        case .notGzip:
            "not gzip: expected the bytes 1f 8b at its start"
        case .truncated:
            "ends in the middle of its compressed content: fetch it again"
        case .corrupt(let offset, let reason):
            "corrupt near byte \(offset) (\(reason)): fetch it again"
        case .tooLarge(let limit):
            "holds more than \(limit) bytes when decompressed, the largest size allowed"
        case .outOfMemory:
            "needs more memory to decompress than is available"
        }
    }
}
