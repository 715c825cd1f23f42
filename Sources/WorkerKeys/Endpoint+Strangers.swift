package import ZeroMQ

extension Endpoint {
    /// Tells whether other machines can reach an endpoint.
    package static func isForStrangers(_ endpoint: String) -> Bool {
        // A text that is not an endpoint is refused elsewhere, with a better message.
        endpoint.hasPrefix("tcp://") && !isLocal(endpoint)
    }
}
