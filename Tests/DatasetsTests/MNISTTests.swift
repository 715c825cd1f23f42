import Compression
import Datasets
import Digests
import FoundationEssentials
import Randomness
import Testing

@Suite struct MNISTTests {
    @Test(.enabled(if: hasMNIST, "no ../shared/data/mnist beside the package"))
    func `MNIST is read, joined, split and scaled, and its digest never changes`() throws {
        let joined = try Dataset(training: read("train"), test: read("t10k"))
        #expect(joined.rowCount == 70_000)
        #expect(joined.featureNames.last == "pixel_27_27")
        #expect(joined.providedTest == 60_000..<70_000)
        #expect(
            SHA256.hexadecimal(of: joined.canonicalBytes())
                == "2583de4d949c489c31c1c76b1f709d4100668caddfefa5dd3e46e61f2677777a"
        )
        let split = try joined.split(validation: 1.0 / 12, test: 0, seed: Seed(rawValue: 1))
        let prepared = joined.prepared(split: split)
        #expect(prepared.training.rowCount == 55_000)
        #expect(prepared.validation.rowCount == 5_000)
        #expect(prepared.test.rowCount == 10_000)
        #expect(joined.constantFeatureNames(split: split).contains("pixel_0_0"))
    }

    private func read(_ name: String) throws -> Dataset {
        try Dataset(
            idx: member("\(name)-images-idx3-ubyte.gz"),
            source: name,
            labels: member("\(name)-labels-idx1-ubyte.gz"),
            labelSource: name
        )
    }

    private func member(_ name: String) throws -> [UInt8] {
        try Gzip.decompressed(
            readBytes(sharedFolder.appending(path: "mnist/\(name)")),
            limit: 1 << 28
        )
    }
}
