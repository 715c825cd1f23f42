/// A secret CURVE key; its holder can act as its owner, so it is never printed by accident.
package struct CurveSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads 40 characters of Z85; `nil` if the text is anything else.
    package init?(z85: String) {
        guard let bytes = Z85.key(from: z85) else { return nil }
        self.bytes = bytes
    }

    /// The secret as 40 characters, for the key file.
    package var z85: String { Z85.text(of: bytes) }

    /// Only says that this is a secret key.
    package var description: String { "a secret key" }

    /// Only says that this is a secret key.
    package var debugDescription: String { description }
}
