/// The checksum of an event in the journal: of its sequence number and its text.
///
/// SQLite checks the structure of its pages, but not their content.
enum EventChecksum {
    /// Computes a checksum, eight bytes at a time: exclusive or, then a product with an odd number,
    /// then the upper half is combined with the lower one.
    ///
    /// Each step can be inverted, so texts that differ in one word always have different checksums.
    /// The last word is filled with zeros; the length is included at the start.
    ///
    /// Source: the mixing steps of Steele, Lea and Flood, "Fast splittable pseudorandom number
    /// generators", OOPSLA 2014.
    ///
    /// - Complexity: O(length of the text), about 0.3 ns per byte.
    static func of(_ text: [UInt8], sequence: Int) -> Int64 {
        var state = mixed(UInt64(truncatingIfNeeded: sequence), UInt64(text.count))
        unsafe text.withUnsafeBytes { bytes in
            var index = 0
            while index + 8 <= bytes.count {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                state = mixed(state, UInt64(littleEndian: word))
                index += 8
            }
            var last: UInt64 = 0
            for offset in index..<bytes.count {
                last |= unsafe UInt64(bytes[offset]) << UInt64(8 * (offset - index))
            }
            state = mixed(state, last)
        }
        return Int64(bitPattern: state)
    }

    private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    /// Tells whether an event has the checksum of this or of an earlier format.
    static func matches(_ checksum: Int64, _ text: [UInt8], sequence: Int) -> Bool {
        checksum == of(text, sequence: sequence) || checksum == ofFormat2(text, sequence: sequence)
    }

    /// 64-bit FNV-1a over the sequence number (eight bytes, the lowest first) and the text.
    ///
    /// Source: Fowler, Noll, Vo and Eastlake, "The FNV Non-Cryptographic Hash Algorithm" (IETF
    /// draft).
    private static func ofFormat2(_ text: [UInt8], sequence: Int) -> Int64 {
        let prime: UInt64 = 0x100_0000_01B3
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for shift in stride(from: 0, to: 64, by: 8) {
            state = (state ^ UInt64(truncatingIfNeeded: sequence >> shift) & 0xFF) &* prime
        }
        for byte in text { state = (state ^ UInt64(byte)) &* prime }
        return Int64(bitPattern: state)
    }
}
