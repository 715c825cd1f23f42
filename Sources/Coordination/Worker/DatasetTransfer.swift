import Trials

/// The part of a dataset's canonical bytes that has arrived so far.
struct DatasetTransfer: Hashable, Sendable {
    let dataset: DatasetDigest
    private(set) var bytes: [UInt8] = []
    var requestedAt: Instant

    init(dataset: DatasetDigest, requestedAt: Instant) {
        self.dataset = dataset
        self.requestedAt = requestedAt
    }

    /// Appends the next part and ignores any other; returns whether it was appended.
    mutating func take(_ part: [UInt8], at offset: Int) -> Bool {
        guard offset == bytes.count, !part.isEmpty else { return false }
        bytes += part
        return true
    }

    func isOverdue(at now: Instant) -> Bool {
        requestedAt + CoordinationLimits.chunkTime <= now
    }
}
