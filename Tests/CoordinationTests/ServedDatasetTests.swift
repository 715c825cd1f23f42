import Coordination
import Testing
import Trials
import WireProtocol

@Suite struct ServedDatasetTests {
    private let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

    private func digest(_ letter: String) throws -> DatasetDigest {
        try #require(DatasetDigest(rawValue: String(repeating: letter, count: 64)))
    }

    @Test func `the chunks of a dataset are its bytes in order`() throws {
        let digest = try digest("a")
        let served = ServedDataset(digest, bytes)
        var arrived: [UInt8] = []
        var sizes: [Int] = []
        while arrived.count < bytes.count {
            let message = served.chunk(of: digest, from: arrived.count)
            guard case .chunk(digest, arrived.count, bytes.count, let part) = message else {
                Issue.record("\(message)")
                return
            }
            arrived += part
            sizes.append(part.count)
        }
        #expect(arrived == bytes)
        #expect(sizes == [128 << 10, 128 << 10, 300_000 - (256 << 10)])
    }

    @Test func `what is not there is refused`() throws {
        let digest = try digest("a")
        let served = ServedDataset(digest, bytes)
        let refusal = CoordinatorMessage.refused(
            reason: "this coordinator has no such part of a dataset")
        #expect(served.chunk(of: try self.digest("b"), from: 0) == refusal)
        #expect(served.chunk(of: digest, from: bytes.count) == refusal)
        #expect(served.chunk(of: digest, from: -1) == refusal)
    }
}
