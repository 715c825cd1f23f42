import Coordination
import WireProtocol

extension Coordinator {
    /// Longest frame of a peer without a name that is read, because reading takes time that workers
    /// then wait; a `hello` with all that it may hold is shorter.
    private static let strangersBytes = 512 << 10

    /// What the frames that a socket has received mean; nothing where nobody sent them.
    ///
    /// - Parameter frames: the sender's address, then the message.
    func input(of frames: [[UInt8]]) -> Input? {
        guard let address = frames.first else { return nil }
        let peer = PeerID(rawValue: address)
        if frames.dropFirst().contains(where: { $0.count > Self.strangersBytes }), !knows(peer) {
            // Whatever it is, the answer is to ask for its name.
            return .received(.progress(holding: []), from: peer)
        }
        do throws(MessageDecodingError) {
            return .received(
                try MessageCodec.decodeWorkerMessage(Array(frames.dropFirst())), from: peer)
        } catch {
            return .garbled(reason: "\(error)", from: peer)
        }
    }
}
