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
