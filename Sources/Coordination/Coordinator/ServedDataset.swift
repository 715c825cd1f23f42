package import Trials
package import WireProtocol

/// The dataset of a study, as the coordinator hands it out piece by piece.
package struct ServedDataset {
    private let digest: DatasetDigest
    private let bytes: [UInt8]

    /// Serves the canonical bytes of a dataset.
    package init(_ digest: DatasetDigest, _ bytes: [UInt8]) {
        self.digest = digest
        self.bytes = bytes
    }

    /// The piece that somebody asks for, or a refusal where there is none.
    package func chunk(of dataset: DatasetDigest, from offset: Int) -> CoordinatorMessage {
        guard dataset == digest, bytes.indices.contains(offset) else {
            return .refused(reason: "no such part of a dataset here")
        }
        let end = min(bytes.count, offset + CoordinationLimits.chunkBytes)
        return .chunk(
            dataset: dataset, offset: offset, total: bytes.count, bytes: Array(bytes[offset..<end]))
    }
}
