internal import CZeroMQ
internal import Glibc

/// A public CURVE key: it names its owner, and anybody may know it.
package struct CurveKey: Hashable, Sendable, CustomStringConvertible {
    let bytes: [UInt8]

    /// Takes 32 bytes; nothing if there are more or fewer.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Z85.keyBytes else { return nil }
        self.bytes = bytes
    }

    /// Reads 40 characters of Z85; nothing if they are not.
    package init?(z85: String) {
        guard let bytes = Z85.key(from: z85) else { return nil }
        self.bytes = bytes
    }

    /// The key as 40 characters.
    package var z85: String { Z85.text(of: bytes) }

    /// The key as 40 characters.
    package var description: String { z85 }
}

/// A secret CURVE key: who has it is its owner, so it never shows in a text by accident.
package struct CurveSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads 40 characters of Z85; nothing if they are not.
    package init?(z85: String) {
        guard let bytes = Z85.key(from: z85) else { return nil }
        self.bytes = bytes
    }

    /// The secret as 40 characters, for the file that keeps it.
    package var z85: String { Z85.text(of: bytes) }

    /// Says no more than what it is.
    package var description: String { "a secret key" }

    /// Says no more than what it is.
    package var debugDescription: String { description }
}

/// A public key and the secret that belongs to it.
package struct CurveKeyPair: Sendable {
    /// What others are told.
    package let publicKey: CurveKey
    /// What nobody is told.
    package let secret: CurveSecret

    /// Finds the public key of a secret.
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

    /// Makes a new pair from the randomness of the system.
    ///
    /// libzmq closes its source of randomness for the whole process when this is done, so make
    /// keys before a context begins to work.
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

    /// Reads what libzmq wrote, which always is a key and a zero.
    private static func key(_ text: [CChar]) -> CurveKey {
        let text = String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let key = CurveKey(z85: text) else {
            preconditionFailure(
                "libzmq wrote a key of \(text.utf8.count) bytes that it cannot read")
        }
        return key
    }
}

/// What one who connects needs: a pair of its own, and the public key of the one that it trusts.
package struct ClientKeys: Sendable {
    /// Who this is.
    package let own: CurveKeyPair
    /// The only one whose answers are believed.
    package let server: CurveKey

    package init(own: CurveKeyPair, server: CurveKey) {
        self.own = own
        self.server = server
    }
}
