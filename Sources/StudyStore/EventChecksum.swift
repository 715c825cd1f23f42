/// The checksum of an event in the journal: FNV-1a of 64 bits over its sequence number (eight
/// bytes, the lowest first) and its text.
///
/// SQLite checks how its pages hang together, and not what is written on them. Two texts that
/// differ in one byte always have different checksums, because each step can be undone.
///
/// Source: Fowler, Noll, Vo and Eastlake, "The FNV Non-Cryptographic Hash Algorithm" (IETF draft).
enum EventChecksum {
    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    /// Computes a checksum.
    ///
    /// - Complexity: O(length of the text), about 1 ns a byte.
    static func of(_ text: [UInt8], sequence: Int) -> Int64 {
        var state = basis
        for shift in stride(from: 0, to: 64, by: 8) {
            state = (state ^ UInt64(truncatingIfNeeded: sequence >> shift) & 0xFF) &* prime
        }
        for byte in text { state = (state ^ UInt64(byte)) &* prime }
        return Int64(bitPattern: state)
    }
}
