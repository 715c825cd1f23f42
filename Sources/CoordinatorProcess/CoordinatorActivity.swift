/// What a coordinator's thread does with its time.
package enum CoordinatorActivity: String, CaseIterable, Sendable {
    /// Nothing arrives.
    case waiting
    /// Messages are taken from the socket.
    case receiving
    /// Their bytes are understood.
    case decoding
    /// What follows is decided; the strategy is asked and told.
    case deciding
    /// Events are written out.
    case recording
    /// They are made durable.
    case committing
    /// Messages are written out.
    case encoding
    /// They are given to the socket.
    case sending
    /// Whatever else the process looks after at each turn.
    case attending
}
