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
