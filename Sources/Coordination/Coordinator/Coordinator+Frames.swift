import Trials
import WireProtocol

extension Coordinator {
    /// What a message means that a socket has received; `nil` if it has no sender.
    ///
    /// - Parameters:
    ///   - delivered: the sender's address and the frames of the message.
    ///   - admittedAs: the name in the list of keys that let the sender in; `nil` without keys.
    package func input(of delivered: [[UInt8]], admittedAs: String?) -> Input? {
        guard let address = delivered.first else { return nil }
        let peer = PeerID(rawValue: address)
        let frames = delivered.dropFirst()
        if frames.contains(where: { $0.count > CoordinationLimits.strangersBytes }), !knows(peer) {
            // Whatever it is, the answer is to ask for its name.
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

    /// What a message means of somebody who has a key: whatever a worker calls itself, it is one of
    /// those of its key, and nobody speaks for those of another.
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
                let reason = "\(key.rawValue) speaks in the name of \(worker.rawValue)"
                return .garbled(reason: reason, from: peer)
            }
            return .received(message, from: peer)
        }
    }
}
