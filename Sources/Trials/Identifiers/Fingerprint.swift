/// A hash of a trained network's structure, weights and growth curve, as 16 hexadecimal digits.
///
/// Equal tasks give equal fingerprints on every machine; if two reports of one trial differ, a
/// machine is faulty.
public struct Fingerprint: RawRepresentable, Hashable, Codable, Sendable {
    /// The number that the digits represent.
    package let hash: UInt64

    /// Wraps well-formed digits; `nil` for any other text.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 16, rawValue.utf8.allSatisfy(\.isHexadecimalDigit),
            let hash = UInt64(rawValue, radix: 16)
        else {
            return nil
        }
        self.hash = hash
    }

    /// Wraps a 64-bit hash.
    public init(hash: UInt64) {
        self.hash = hash
    }

    /// The digits.
    public var rawValue: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
