/// A public CURVE key: it names its owner, and everyone may know it.
package struct CurveKey: Hashable, Sendable, CustomStringConvertible {
    let bytes: [UInt8]

    /// Takes 32 bytes; `nil` if there are more or fewer.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Z85.keyBytes else { return nil }
        self.bytes = bytes
    }

    /// Reads 40 characters of Z85; `nil` if the text is anything else.
    package init?(z85: String) {
        guard let bytes = Z85.key(from: z85) else { return nil }
        self.bytes = bytes
    }

    /// The key as 40 characters.
    package var z85: String { Z85.text(of: bytes) }

    /// The key as 40 characters.
    package var description: String { z85 }
}
