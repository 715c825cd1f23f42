/// A running 64-bit FNV-1a hash.
///
/// Source: Fowler, Noll, Vo; RFC 9923 (offset basis and prime of the 64-bit variant).
public struct StructureHash: Sendable {
    /// The hash of everything added so far.
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Starts empty.
    public init() {}

    /// Adds the eight bytes of a number, the lowest byte first.
    public mutating func add(_ bits: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            value = (value ^ ((bits >> shift) & 0xff)) &* 0x100_0000_01b3
        }
    }

    /// Adds the bits of a number; all NaNs count as the same value.
    public mutating func add(_ number: Double) {
        add(number.isNaN ? Double.nan.bitPattern : number.bitPattern)
    }
}
