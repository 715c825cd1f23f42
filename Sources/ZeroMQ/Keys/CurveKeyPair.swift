internal import CZeroMQ

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
