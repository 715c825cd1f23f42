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

/// A counter-based generator: the n-th number depends only on the seed and n.
///
/// It is the only generator of the project, so every random decision can be traced to a seed.
public struct PhiloxGenerator: RandomNumberGenerator, Hashable, Sendable {
    private let key: SIMD2<UInt32>
    private var counter: UInt64 = 0
    private var spare: UInt64?

    /// Starts the stream of a seed.
    public init(seed: Seed) {
        key = SIMD2(
            UInt32(truncatingIfNeeded: seed.rawValue),
            UInt32(truncatingIfNeeded: seed.rawValue >> 32)
        )
    }

    /// Draws 64 uniform random bits.
    public mutating func next() -> UInt64 {
        if let bits = spare {
            spare = nil
            return bits
        }
        let block = Philox.block(
            counter: SIMD4(
                UInt32(truncatingIfNeeded: counter),
                UInt32(truncatingIfNeeded: counter >> 32),
                0,
                0
            ),
            key: key
        )
        counter += 1
        spare = UInt64(block[2]) | UInt64(block[3]) << 32
        return UInt64(block[0]) | UInt64(block[1]) << 32
    }
}

extension Seed {
    /// Starts the stream of numbers that this seed determines.
    public func generator() -> PhiloxGenerator {
        PhiloxGenerator(seed: self)
    }
}
