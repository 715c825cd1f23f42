/// The SHA-256 of a dataset's canonical bytes, as 64 lower-case hexadecimal digits.
public struct DatasetDigest: RawRepresentable, Hashable, Codable, Sendable {
    /// The digits.
    public let rawValue: String

    /// Wraps well-formed digits; `nil` for any other text.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 64, rawValue.utf8.allSatisfy(\.isHexadecimalDigit) else {
            return nil
        }
        self.rawValue = rawValue
    }
}
