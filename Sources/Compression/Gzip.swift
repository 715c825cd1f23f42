import CZlib

/// Reads the gzip file format, using zlib.
///
/// Source: RFC 1952, "GZIP file format specification version 4.3" (1996).
package enum Gzip {
    /// Tells whether bytes start with the signature of gzip.
    package static func isGzip(_ bytes: [UInt8]) -> Bool {
        isGzip(bytes[...])
    }

    /// Decompresses all members of a gzip file, one after another; zero bytes may pad its end.
    ///
    /// - Parameter limit: most bytes of content, so that a small file cannot fill the memory.
    /// - Complexity: O(content), about 0.2 s for 50 MB.
    package static func decompressed(
        _ bytes: [UInt8],
        limit: Int
    ) throws(GzipError) -> [UInt8] {
        precondition(limit >= 0, "a limit of \(limit) bytes")
        guard isGzip(bytes) else {
            throw bytes.count < 2 && [0x1F].starts(with: bytes) ? .truncated : .notGzip
        }
        var content: [UInt8] = []
        var start = 0
        while start < bytes.count, isGzip(bytes[start...]) {
            var member = try Inflater()
            start = try member.inflate(bytes, from: start, onto: &content, limit: limit)
        }
        guard bytes[start...].allSatisfy({ $0 == 0 }) else {
            throw .corrupt(offset: start, reason: "no gzip member follows the last one")
        }
        return content
    }

    private static func isGzip(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0x1F, 0x8B])
    }
}

/// The state of zlib while it decompresses one gzip member.
@safe
private struct Inflater: ~Copyable {
    // zlib keeps a pointer back to its stream, so the stream must not move: it is on the heap.
    private let stream: UnsafeMutablePointer<z_stream>
    private var chunk = [UInt8](repeating: 0, count: 1 << 18)

    init() throws(GzipError) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 is the largest window; 16 more make zlib read the gzip header and check the trailer.
        let status = unsafe inflateInit2_(
            stream,
            15 + 16,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard status == Z_OK else { throw .outOfMemory }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Decompresses the member that starts at an offset and returns the offset of its end.
    mutating func inflate(
        _ bytes: [UInt8],
        from start: Int,
        onto content: inout [UInt8],
        limit: Int
    ) throws(GzipError) -> Int {
        var offset = start
        while true {
            let step = advance(bytes, from: offset)
            offset += step.consumed
            guard content.count + step.produced <= limit else { throw .tooLarge(limit: limit) }
            content.append(contentsOf: chunk[..<step.produced])
            switch step.status {
            case Z_STREAM_END: return offset
            case Z_OK where step.consumed + step.produced > 0: continue
            case Z_OK, Z_BUF_ERROR: throw .truncated
            case Z_MEM_ERROR: throw .outOfMemory
            default: throw .corrupt(offset: offset, reason: complaint)
            }
        }
    }

    private mutating func advance(
        _ bytes: [UInt8],
        from offset: Int
    ) -> (consumed: Int, produced: Int, status: Int32) {
        let offered = min(bytes.count - offset, Int(UInt32.max))
        let room = chunk.count
        unsafe stream.pointee.avail_in = UInt32(offered)
        unsafe stream.pointee.avail_out = UInt32(room)
        let status = unsafe bytes.withUnsafeBufferPointer { input in
            unsafe chunk.withUnsafeMutableBufferPointer { output in
                // zlib never writes to its input; the C declaration lacks the const.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(
                    mutating: input.baseAddress.map { unsafe $0 + offset }
                )
                unsafe stream.pointee.next_out = output.baseAddress
                return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
            }
        }
        let consumed = unsafe offered - Int(stream.pointee.avail_in)
        let produced = unsafe room - Int(stream.pointee.avail_out)
        return (consumed, produced, status)
    }

    private var complaint: String {
        guard let message = unsafe stream.pointee.msg else { return "no reason given by zlib" }
        return unsafe String(cString: message)
    }
}
