/// Data sets whose rows are computed.
package enum GeneratedRows: Hashable, Sendable {
    /// Two interlocking spirals of three turns.
    case twoSpirals(pointsPerArm: Int)
    /// Whether a number of bits has an odd number of ones.
    case parity(bits: Int)
    /// Parity of two bits.
    case exclusiveOr
}
