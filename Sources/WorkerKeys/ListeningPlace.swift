import ZeroMQ

/// The endpoint of a coordinator, and the workers that it admits.
package struct ListeningPlace: Sendable {
    let endpoint: String
    let keys: CoordinatorKeys?

    /// Describes an endpoint.
    ///
    /// - Parameter keys: without keys, every program that can reach the endpoint is admitted.
    /// - Precondition: without keys, only this machine can reach the endpoint.
    package init(_ endpoint: String, keys: CoordinatorKeys? = nil) {
        precondition(
            keys != nil || !Endpoint.isForStrangers(endpoint),
            "\(endpoint) without keys would admit unknown peers")
        self.endpoint = endpoint
        self.keys = keys
    }
}
