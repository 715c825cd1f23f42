import Trials
import WireProtocol

extension Coordinator {
    /// The input for a message that a socket has received; `nil` if it has no sender.
    ///
    /// - Parameters:
    ///   - delivered: the sender's routing id, then the frames of the message.
    ///   - admittedAs: the name of the sender's key in the list; `nil` without keys.
    package func input(of delivered: [[UInt8]], admittedAs: String?) -> Input? {
        guard let address = delivered.first else { return nil }
        let peer = PeerID(rawValue: address)
        let frames = delivered.dropFirst()
        if frames.contains(where: { $0.count > CoordinationLimits.strangersBytes }), !knows(peer) {
            // Any message of an unknown peer is answered with `identify`.
            return .received(.progress(holding: []), from: peer)
        }
        do throws(MessageDecodingError) {
            let message = try MessageCodec.decodeWorkerMessage(Array(frames))
            guard let key = admittedAs.flatMap(KeyName.init) else {
                return .received(message, from: peer)
            }
            return input(of: message, from: peer, admittedAs: key)
        } catch {
            return .garbled(reason: "\(error)", from: peer)
        }
    }

    /// The input for a message of a peer with a key: its worker name must belong to its key, and it
    /// must not send messages for a worker of another key.
    private func input(
        of message: WorkerMessage, from peer: PeerID, admittedAs key: KeyName
    ) -> Input {
        switch message {
        case .hello(let said, let incarnation, let capacity, let holding):
            guard let worker = key.worker(callingItself: said) else {
                let reason = "\(key.rawValue).\(said.rawValue) is too long for a worker's name"
                return .garbled(reason: reason, from: peer)
            }
            let hello = WorkerMessage.hello(
                worker: worker, incarnation: incarnation, capacity: capacity, holding: holding)
            return .received(hello, from: peer)
        default:
            if let worker = worker(at: peer), !key.owns(worker) {
                let reason = "\(key.rawValue) sends messages as \(worker.rawValue)"
                return .garbled(reason: reason, from: peer)
            }
            return .received(message, from: peer)
        }
    }
}
