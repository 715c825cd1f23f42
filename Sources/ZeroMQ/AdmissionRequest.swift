/// A question of libzmq whether somebody may connect: a request of ZAP (ZeroMQ RFC 27).
struct AdmissionRequest {
    /// Whom the answer goes to: the routing id and the empty frame behind it.
    private let envelope: [[UInt8]]
    private let identifier: [UInt8]
    private let mechanism: String
    private let credentials: [[UInt8]]
    /// The address of the peer, as text without a port; empty for `ipc://`.
    let address: String
    /// Of what the socket is that the peer came to.
    let domain: String

    /// Frames of a request with a CURVE key, routing id included.
    static let frameCount = 9
    private static let version: [UInt8] = Array("1.0".utf8)

    /// Reads what a ROUTER received; nothing if it is no such request.
    init?(_ frames: [[UInt8]]) {
        guard frames.count >= Self.frameCount - 1, frames[1].isEmpty, frames[2] == Self.version
        else { return nil }
        envelope = Array(frames[..<2])
        identifier = frames[3]
        domain = String(decoding: frames[4], as: UTF8.self)
        address = Self.readable(String(decoding: frames[5], as: UTF8.self))
        mechanism = String(decoding: frames[7], as: UTF8.self)
        credentials = Array(frames[8...])
    }

    /// Writes an IPv4 address that libzmq gives as IPv6 in the usual way.
    private static func readable(_ address: String) -> String {
        let mapped = "::ffff:"
        return address.hasPrefix(mapped) ? String(address.dropFirst(mapped.count)) : address
    }

    /// The key that the peer has proved to own; nothing for a peer without.
    var key: CurveKey? {
        guard mechanism == "CURVE", credentials.count == 1 else { return nil }
        return CurveKey(bytes: credentials[0])
    }

    /// The answer that lets the peer in, under a name.
    func admission(as name: String) -> [[UInt8]] {
        answer("200", "OK", user: name)
    }

    /// The answer that keeps the peer out for good.
    ///
    /// Never 300: libzmq lets the peer hang for ever then.
    var refusal: [[UInt8]] {
        answer("400", "not admitted", user: "")
    }

    private func answer(_ status: String, _ text: String, user: String) -> [[UInt8]] {
        envelope + [Self.version, identifier] + [status, text, user].map { Array($0.utf8) } + [[]]
    }
}
