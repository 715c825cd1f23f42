/// The Philox4x32-10 block function: a 128-bit counter and a 64-bit key give 128 random bits.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11 (2011),
/// section 3.4; multipliers and Weyl constants from table 2 and the Random123 reference.
package enum Philox {
    private static let multipliers: (UInt32, UInt32) = (0xD251_1F53, 0xCD9E_8D57)
    private static let weyl = SIMD2<UInt32>(0x9E37_79B9, 0xBB67_AE85)
    private static let rounds = 10

    /// Computes one block.
    ///
    /// - Complexity: O(1): ten rounds of two multiplications.
    package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var counter = counter
        var key = key
        for _ in 0..<rounds {
            let first = multipliers.0.multipliedFullWidth(by: counter[0])
            let second = multipliers.1.multipliedFullWidth(by: counter[2])
            counter = SIMD4(
                second.high ^ counter[1] ^ key[0],
                second.low,
                first.high ^ counter[3] ^ key[1],
                first.low
            )
            key &+= weyl
        }
        return counter
    }
}
