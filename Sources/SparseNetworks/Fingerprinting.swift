/// A running FNV-1a hash of 64 bits.
///
/// Source: Fowler, Noll, Vo; RFC 9923 (offset basis and prime of the 64-bit variant).
public struct StructureHash: Sendable {
    /// The hash of what was added so far.
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Starts with nothing.
    public init() {}

    /// Adds the eight bytes of a number, the lowest first.
    public mutating func add(_ bits: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            value = (value ^ ((bits >> shift) & 0xff)) &* 0x100_0000_01b3
        }
    }

    /// Adds the bits of a number; all that are not numbers count as one.
    public mutating func add(_ number: Double) {
        add(number.isNaN ? Double.nan.bitPattern : number.bitPattern)
    }
}

extension SparseNetwork {
    /// A hash of layers, connections, weights, biases and slopes.
    public var fingerprint: UInt64 {
        var hash = StructureHash()
        hash.add(UInt64(layerSizes.count))
        for size in layerSizes { hash.add(UInt64(size)) }
        for start in rowStarts { hash.add(UInt64(start)) }
        for source in sources { hash.add(UInt64(source)) }
        for weight in weights { hash.add(Double(weight)) }
        for bias in biases { hash.add(Double(bias)) }
        for slope in slopes { hash.add(Double(slope)) }
        return hash.value
    }
}
