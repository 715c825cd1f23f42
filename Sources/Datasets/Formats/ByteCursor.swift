/// Reads a binary file from front to back and never past its end.
struct ByteCursor {
    let source: String
    private(set) var offset = 0
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], source: String) {
        self.bytes = bytes
        self.source = source
    }

    /// Number of bytes that are left.
    var remaining: Int { bytes.count - offset }

    /// Takes the next bytes.
    ///
    /// - Parameter expected: what the bytes are, for the error if they are missing.
    mutating func take(_ count: Int, _ expected: String) throws(DatasetError) -> ArraySlice<UInt8> {
        guard count <= remaining else {
            throw malformed(found: "the end of the file", expected: expected)
        }
        defer { offset += count }
        return bytes[offset..<(offset + count)]
    }

    /// Takes one byte.
    mutating func takeByte(_ expected: String) throws(DatasetError) -> UInt8 {
        let slice = try take(1, expected)
        return slice[slice.startIndex]
    }

    /// Takes an unsigned number of four bytes, the least significant first.
    mutating func takeLittleEndian(_ expected: String) throws(DatasetError) -> UInt32 {
        var number: UInt32 = 0
        for byte in try take(4, expected).reversed() { number = number << 8 | UInt32(byte) }
        return number
    }

    /// Takes an unsigned number of four bytes, the most significant first.
    mutating func takeBigEndian(_ expected: String) throws(DatasetError) -> UInt32 {
        try takeLittleEndian(expected).byteSwapped
    }

    /// The error for a position: the current one, or one `back` bytes earlier.
    func malformed(found: String, expected: String, back: Int = 0) -> DatasetError {
        .malformedBinary(source: source, offset: offset - back, found: found, expected: expected)
    }
}
