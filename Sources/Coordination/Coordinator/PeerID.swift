/// The routing id of a connected worker, as the transport gives it; it changes with the connection.
package struct PeerID: RawRepresentable, Hashable, Sendable {
    /// The bytes of the routing id.
    package let rawValue: [UInt8]

    /// Wraps an address.
    package init(rawValue: [UInt8]) {
        self.rawValue = rawValue
    }
}
