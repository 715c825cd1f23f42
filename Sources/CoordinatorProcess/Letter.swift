import Coordination
import WireProtocol

/// An encoded message and its receiver.
struct Letter {
    /// The receiver.
    let peer: PeerID
    /// The receiver's routing id, then the message.
    let frames: [[UInt8]]

    /// Encodes a message.
    init(_ message: CoordinatorMessage, to peer: PeerID) {
        self.peer = peer
        frames = [peer.rawValue] + MessageCodec.encode(message)
    }
}
