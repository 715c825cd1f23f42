/// The result of sending a message.
package enum SendOutcome: Hashable, Sendable {
    /// libzmq took the whole message.
    case sent
    /// No peer is connected or its queue is full; the message was not taken. Try again once
    /// writable.
    case wouldBlock
    /// A router has no peer with that routing id, and never will again: forget the peer.
    case unreachable
}
