import FoundationEssentials
import Testing

extension ClusterTests {
    /// A dataset that travels in many messages.
    @Suite struct LargeDatasetTests {
        /// Images that are larger together than the largest message (4 MiB).
        private static let count = 6000

        /// An IDX file of bytes: its dimensions, and what is at each place.
        private static func idx(_ dimensions: [Int], _ value: (Int) -> Int) -> Data {
            var bytes: [UInt8] = [0, 0, 8, UInt8(dimensions.count)]
            for size in dimensions {
                bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
            }
            let places = 0..<dimensions.reduce(1, *)
            return Data(bytes + places.map { UInt8(truncatingIfNeeded: value($0)) })
        }

        @Test func `a dataset that no single message holds arrives at a worker`() async throws {
            let folder = try TestFolder()
            // Row and column of each image count, so that a part in the wrong place would be seen.
            let images = Self.idx([Self.count, 28, 28]) { $0 / 784 * 31 + $0 % 784 * 7 }
            let labels = Self.idx([Self.count]) { $0 % 2 }
            try images.write(to: URL(filePath: folder.file("images.idx")))
            try labels.write(to: URL(filePath: folder.file("labels.idx")))
            try folder.write(
                """
                study: large
                data:
                  images: images.idx
                  labels: labels.idx
                  task: classification
                  split: {validation: 0.1, test: 0.1}
                objective: {accuracy: 0.4}
                space: {batch_size: {from: 500, to: 600}}
                limits: {checks: 2}
                budget: {trials: 2}
                certification: {finalists: 1, confirmations: 0}
                """, to: "large.yaml")
            let result = try await Espalier.result(
                of: ["search", "large.yaml", "--study", "large.sqlite", "--workers", "1"],
                in: folder)
            #expect(result["verified"] == .bool(true))
            // The worker that had it in messages trained what is trained here from the files.
            let verified = try await Espalier.result(
                of: ["verify", "large.sqlite", "--all"], in: folder)
            #expect(verified["checked"] == result["reports"])
            #expect(verified["equal"] == verified["checked"])
        }
    }
}
