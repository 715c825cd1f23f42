import Compression
import Datasets
import Digests
import FoundationEssentials
import Randomness
import Testing

/// The expected content of a shipped file.
struct ShippedDataset: Sendable, CustomTestStringConvertible {
    let file: String
    let target: String
    let featureCount: Int
    let classes: [String]
    let rowsPerClass: [Int]

    var testDescription: String { file }

    static let all = [
        ShippedDataset(
            file: "iris.csv",
            target: "class",
            featureCount: 4,
            classes: ["setosa", "versicolor", "virginica"],
            rowsPerClass: [50, 50, 50]
        ),
        ShippedDataset(
            file: "wine.csv",
            target: "class",
            featureCount: 13,
            classes: ["class_0", "class_1", "class_2"],
            rowsPerClass: [59, 71, 48]
        ),
        ShippedDataset(
            file: "breast_cancer.csv",
            target: "diagnosis",
            featureCount: 30,
            classes: ["benign", "malignant"],
            rowsPerClass: [357, 212]
        ),
        ShippedDataset(
            file: "digits.csv",
            target: "digit",
            featureCount: 64,
            classes: (0...9).map { "\($0)" },
            rowsPerClass: [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
        ),
    ]
}

@Suite struct ShippedDatasetTests {
    @Test(arguments: ShippedDataset.all)
    func `a shipped file has the expected rows, features and classes`(
        shipped: ShippedDataset
    ) throws {
        let dataset = try read(shipped)
        #expect(dataset.featureNames.count == shipped.featureCount)
        guard case .classes(let labels, let names) = dataset.targets else {
            Issue.record("classes expected")
            return
        }
        #expect(names == shipped.classes)
        let counts = names.indices.map { name in labels.count { $0 == name } }
        #expect(counts == shipped.rowsPerClass)
    }

    @Test(arguments: ShippedDataset.all)
    func `a shipped file has the hash that its page states`(shipped: ShippedDataset) throws {
        let page = String(
            decoding: try readShipped("README.md"),
            as: UTF8.self
        )
        let hash = SHA256.hexadecimal(of: try readShipped(shipped.file))
        #expect(page.contains("\(hash)  \(shipped.file)\n"))
    }

    @Test(arguments: ShippedDataset.all)
    func `a shipped file can be split and scaled`(shipped: ShippedDataset) throws {
        let dataset = try read(shipped)
        let split = try dataset.split(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))
        let prepared = dataset.prepared(split: split)
        #expect(prepared.training.features.allSatisfy { $0.magnitude <= 5 })
        #expect(prepared.training.rowCount > prepared.test.rowCount)
    }

    @Test func `a picture of digits has the expected pixels`() throws {
        let digits = try read(ShippedDataset.all[3])
        let first: [Float] = (0..<16).map { digits.features[$0 * digits.rowCount] }
        #expect(first == [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0])
        #expect(digits.featureNames[10] == "pixel_1_2")
    }

    private func read(_ shipped: ShippedDataset) throws -> Dataset {
        try Dataset(
            csv: readShipped(shipped.file),
            source: shipped.file,
            target: shipped.target,
            kind: .classes
        )
    }
}

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
