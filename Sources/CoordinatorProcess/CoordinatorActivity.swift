/// The activities of a coordinator's thread.
package enum CoordinatorActivity: Int, CaseIterable, Sendable {
    /// Waiting for messages.
    case waiting
    /// Reading messages from the socket.
    case receiving
    /// Decoding messages.
    case decoding
    /// Deciding what follows; calling the strategy.
    case deciding
    /// Encoding events.
    case recording
    /// Making events durable.
    case committing
    /// Encoding messages.
    case encoding
    /// Passing messages to the socket.
    case sending
    /// All other work of the process in a turn.
    case attending

    /// Its name, as it stands in the source.
    package var name: String { "\(self)" }
}
