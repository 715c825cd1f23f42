import Coordination
import WireProtocol

/// A message that is written out, and to whom it goes.
struct Letter {
    /// To whom.
    let peer: PeerID
    /// The peer's address, and the message.
    let frames: [[UInt8]]

    /// Writes a message out.
    init(_ message: CoordinatorMessage, to peer: PeerID) {
        self.peer = peer
        frames = [peer.rawValue] + MessageCodec.encode(message)
    }
}
