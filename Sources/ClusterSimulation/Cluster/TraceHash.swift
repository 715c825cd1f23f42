/// A running hash of all events of a run: equal seeds must give equal hashes.
///
/// FNV-1a over 64-bit words (Fowler, Noll, Vo); it must tell runs apart, not resist attacks.
struct TraceHash: Hashable, Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x0000_0100_0000_01B3
        value ^= value >> 29
    }

    mutating func mix(_ words: Int...) {
        for word in words { mix(UInt64(bitPattern: Int64(word))) }
    }
}
