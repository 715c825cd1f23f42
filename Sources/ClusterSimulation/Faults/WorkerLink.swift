import Coordination

/// A connection of a worker's socket; each has its own address.
struct WorkerLink: Hashable, Sendable {
    /// The worker's index in the cluster.
    let worker: Int
    /// Which of the worker's connections this is.
    let number: Int

    /// The routing id that the coordinator sees.
    var peer: PeerID {
        PeerID(rawValue: [worker, number >> 16, number >> 8, number].map { UInt8($0 & 255) })
    }

    init(worker: Int, number: Int) {
        self.worker = worker
        self.number = number
    }

    init?(_ peer: PeerID) {
        guard peer.rawValue.count == 4 else { return nil }
        let bytes = peer.rawValue.map(Int.init)
        self.init(worker: bytes[0], number: bytes[1] << 16 | bytes[2] << 8 | bytes[3])
    }
}
