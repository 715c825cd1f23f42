/// A request of libzmq whether a peer may connect (ZAP, ZeroMQ RFC 27).
struct AdmissionRequest {
    /// Where the answer goes: the routing id and the empty frame after it.
    private let envelope: [[UInt8]]
    private let identifier: [UInt8]
    private let mechanism: String
    private let credentials: [[UInt8]]
    /// The address of the peer, as text without a port; empty for `ipc://`.
    let address: String
    /// The ZAP domain of the socket that the peer connected to.
    let domain: String

    /// Number of frames of a request with a CURVE key, routing id included.
    static let frameCount = 9
    private static let version: [UInt8] = Array("1.0".utf8)

    /// Reads what a ROUTER socket received; `nil` if it is not such a request.
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

    /// Writes an IPv4 address that libzmq gives as IPv6 in the usual IPv4 form.
    private static func readable(_ address: String) -> String {
        let mapped = "::ffff:"
        return address.hasPrefix(mapped) ? String(address.dropFirst(mapped.count)) : address
    }

    /// The key that the peer has proved to own; `nil` if it has none.
    var key: CurveKey? {
        guard mechanism == "CURVE", credentials.count == 1 else { return nil }
        return CurveKey(bytes: credentials[0])
    }

    /// The answer that admits the peer under a name.
    func admission(as name: String) -> [[UInt8]] {
        answer("200", "OK", user: name)
    }

    /// The answer that refuses the peer for good.
    ///
    /// The status is never 300: with it libzmq lets the peer wait for ever.
    var refusal: [[UInt8]] {
        answer("400", "not admitted", user: "")
    }

    private func answer(_ status: String, _ text: String, user: String) -> [[UInt8]] {
        envelope + [Self.version, identifier] + [status, text, user].map { Array($0.utf8) } + [[]]
    }
}
