internal import CZeroMQ
internal import Glibc

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

/// A public key and the secret that belongs to it.
package struct CurveKeyPair: Sendable {
    /// The key that others may know.
    package let publicKey: CurveKey
    /// The key that must stay secret.
    package let secret: CurveSecret

    /// Computes the public key of a secret.
    ///
    /// - Throws: `curveMissing`.
    package init(secret: CurveSecret) throws(ZeroMQError) {
        var text = [CChar](repeating: 0, count: Z85.keyCharacters + 1)
        guard unsafe zmq_curve_public(&text, secret.z85) == 0 else { throw .lastOfCurve() }
        publicKey = Self.key(text)
        self.secret = secret
    }

    private init(publicKey: CurveKey, secret: CurveSecret) {
        self.publicKey = publicKey
        self.secret = secret
    }

    /// Makes a new pair from the system's random numbers.
    ///
    /// Afterwards libzmq closes its source of random numbers for the whole process, so make keys
    /// before a context begins to work.
    ///
    /// - Throws: `curveMissing`.
    package static func generate() throws(ZeroMQError) -> CurveKeyPair {
        var (publicText, secretText) = (
            [CChar](repeating: 0, count: Z85.keyCharacters + 1),
            [CChar](repeating: 0, count: Z85.keyCharacters + 1)
        )
        guard unsafe zmq_curve_keypair(&publicText, &secretText) == 0 else { throw .lastOfCurve() }
        return CurveKeyPair(
            publicKey: key(publicText),
            secret: CurveSecret(bytes: key(secretText).bytes)
        )
    }

    /// Reads a key that libzmq wrote, followed by a zero byte.
    private static func key(_ text: [CChar]) -> CurveKey {
        let text = String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let key = CurveKey(z85: text) else {
            preconditionFailure(
                "libzmq wrote a key of \(text.utf8.count) bytes that it cannot read")
        }
        return key
    }
}

/// The keys of a client: its own pair, and the public key of the server that it trusts.
package struct ClientKeys: Sendable {
    /// The client's own pair.
    package let own: CurveKeyPair
    /// The public key of the only server whose answers are accepted.
    package let server: CurveKey

    /// Joins a pair and the key of the one that it trusts.
    package init(own: CurveKeyPair, server: CurveKey) {
        self.own = own
        self.server = server
    }
}
