package import ZeroMQ

extension Endpoint {
    /// Tells whether other machines may reach an endpoint.
    package static func isForStrangers(_ endpoint: String) -> Bool {
        // What is no endpoint at all is refused as such, with a better message.
        endpoint.hasPrefix("tcp://") && !isLocal(endpoint)
    }
}
