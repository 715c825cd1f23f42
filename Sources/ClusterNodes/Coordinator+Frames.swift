import Coordination
import Trials
import WireProtocol
import ZeroMQ

extension Coordinator {
    /// Longest frame of a peer without a name that is read, because reading takes time that workers
    /// then wait; a `hello` with all that it may hold is shorter.
    private static let strangersBytes = 512 << 10

    /// What a message means that a socket has received; nothing where nobody sent it.
    func input(of delivery: Delivery) -> Input? {
        guard let address = delivery.frames.first else { return nil }
        let peer = PeerID(rawValue: address)
        let frames = delivery.frames.dropFirst()
        if frames.contains(where: { $0.count > Self.strangersBytes }), !knows(peer) {
            // Whatever it is, the answer is to ask for its name.
            return .received(.progress(holding: []), from: peer)
        }
        do throws(MessageDecodingError) {
            let message = try MessageCodec.decodeWorkerMessage(Array(frames))
            guard let key = delivery.admittedAs.flatMap(KeyName.init) else {
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
