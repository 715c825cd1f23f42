package import Trials
package import WireProtocol

/// The dataset of a study, which the coordinator sends in chunks.
package struct ServedDataset {
    private let digest: DatasetDigest
    private let bytes: [UInt8]
    private let chunkBytes: Int

    /// Serves the canonical bytes of a dataset.
    ///
    /// - Parameter chunkBytes: the most bytes of a chunk.
    package init(
        _ digest: DatasetDigest, _ bytes: [UInt8], chunkBytes: Int = MessageCodec.chunkBytes
    ) {
        self.digest = digest
        self.bytes = bytes
        self.chunkBytes = chunkBytes
    }

    /// The requested chunk, or a refusal if there is no such chunk.
    package func chunk(of dataset: DatasetDigest, from offset: Int) -> CoordinatorMessage {
        guard dataset == digest, bytes.indices.contains(offset) else {
            return .refused(reason: "this coordinator has no such part of a dataset")
        }
        let end = min(bytes.count, offset + chunkBytes)
        return .chunk(
            dataset: dataset, offset: offset, total: bytes.count, bytes: Array(bytes[offset..<end]))
    }
}
