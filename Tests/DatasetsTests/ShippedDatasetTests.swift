import Datasets
import Digests
import Randomness
import Testing

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
