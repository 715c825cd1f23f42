/// A 64-bit random seed, from which other seeds are derived by purpose.
///
/// Two seeds derived from one parent for different purposes or indices give unrelated streams, so a
/// part of a computation that draws more or fewer numbers never changes another part.
public struct Seed: RawRepresentable, Hashable, Codable, Sendable {
    /// The 64 bits of the seed.
    public let rawValue: UInt64

    /// Wraps the bits of a seed.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// What the numbers drawn from a derived seed are used for.
    ///
    /// The raw values are part of every fingerprint: never renumber them.
    public enum Purpose: UInt32, Sendable {
        case split = 1
        case generatedRows = 2
        case initialWiring = 3
        case initialWeights = 4
        case batchOrder = 5
        case growth = 6
        case nodeInsertion = 7
        case strategy = 8
        case trial = 9
        case certification = 10
        case rewiring = 11
        case inputDropout = 12
        case simulation = 13
        case secondGrowth = 14
        case inputNoise = 15
        case classSampling = 16
        case growthRewiring = 17
        case recording = 32
        case folds = 33
    }

    /// Derives the seed for a purpose and an index within that purpose.
    ///
    /// A derived seed has 53 bits, so that every reader of JSON and SQL keeps it exactly.
    ///
    /// - Complexity: O(1), one Philox block.
    public func derived(for purpose: Purpose, index: UInt64 = 0) -> Seed {
        let block = Philox.block(
            counter: SIMD4(
                purpose.rawValue, UInt32(truncatingIfNeeded: index),
                UInt32(truncatingIfNeeded: index >> 32), Self.derivationMark),
            key: SIMD2(
                UInt32(truncatingIfNeeded: rawValue), UInt32(truncatingIfNeeded: rawValue >> 32)))
        return Seed(rawValue: (UInt64(block[0]) | UInt64(block[1]) << 32) >> 11)
    }

    /// The highest counter word of derivations; no generator's counter reaches it.
    private static let derivationMark: UInt32 = 0xE5_9A_11_E2
}
