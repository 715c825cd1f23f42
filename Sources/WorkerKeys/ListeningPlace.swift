import ZeroMQ

/// Where a coordinator listens, and whom it lets in.
package struct ListeningPlace: Sendable {
    let endpoint: String
    let keys: CoordinatorKeys?

    /// Names an endpoint.
    ///
    /// - Parameter keys: without them anybody who can reach the endpoint is let in.
    /// - Precondition: without keys, only this machine reaches it.
    package init(_ endpoint: String, keys: CoordinatorKeys? = nil) {
        precondition(
            keys != nil || !Endpoint.isForStrangers(endpoint),
            "\(endpoint) without keys would let strangers in")
        self.endpoint = endpoint
        self.keys = keys
    }
}
