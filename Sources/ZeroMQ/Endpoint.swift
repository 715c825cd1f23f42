/// Questions about the text of an endpoint.
package enum Endpoint {
    /// Tells whether only programs on this machine can reach an endpoint.
    ///
    /// That is `ipc://`, `inproc://`, and `tcp://` on a loopback address. A host name other than
    /// `localhost` does not count, even if it stands for such an address.
    package static func isLocal(_ endpoint: String) -> Bool {
        if ["ipc://", "inproc://"].contains(where: endpoint.hasPrefix) { return true }
        guard let host = host(of: endpoint) else { return false }
        return host == "localhost" || host == "[::1]" || isLoopback(host)
    }

    /// The host of a `tcp://` endpoint, an IPv6 address in its brackets.
    private static func host(of endpoint: String) -> Substring? {
        let scheme = "tcp://"
        // A semicolon separates the local address from that of the peer.
        guard endpoint.hasPrefix(scheme), !endpoint.contains(";"),
            let colon = endpoint.lastIndex(of: ":")
        else { return nil }
        let start = endpoint.index(endpoint.startIndex, offsetBy: scheme.utf8.count)
        return start <= colon ? endpoint[start..<colon] : nil
    }

    /// Tells whether a text is an address in 127.0.0.0/8; `127.example.org` is not.
    private static func isLoopback(_ host: Substring) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { UInt8($0) != nil && !$0.hasPrefix("+") }
    }
}
