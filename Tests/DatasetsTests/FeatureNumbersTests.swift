import Datasets
import RowStorage
import Testing

@Suite struct FeatureNumbersTests {
    private let pixels = Dataset(
        featureNames: ["rim", "still", "ink"],
        features: [0, 0, 0, 1, 9, 7, 7, 7, 7, 8, 10, 255, 0, 3, 30],
        targets: .classes(labels: [0, 1, 0, 1, 0], names: ["u", "v"])
    )
    private let split = RowSplit(training: [3, 1, 0, 2], validation: [2, 4], test: [4])

    @Test func `whole numbers of one byte are kept as rows of bytes`() {
        let rows: [UInt8] = [0, 7, 10, 0, 7, 255, 0, 7, 0, 1, 7, 3, 9, 8, 30]
        #expect(pixels.numbers == .bytes(SharedRows(rows)))
        #expect(pixels.features == [0, 0, 0, 1, 9, 7, 7, 7, 7, 8, 10, 255, 0, 3, 30])
    }

    @Test(arguments: [-1, 256, 0.5, -0.0] as [Float])
    func `one other number makes them all floats`(number: Float) {
        let dataset = Dataset(
            featureNames: ["a"], features: [3, number], targets: .values([0, 1]))
        #expect(dataset.numbers == .floats(SharedRows([3, number])))
        #expect(dataset.features.map(\.bitPattern) == [Float(3), number].map(\.bitPattern))
    }

    @Test func `the parts of a split share one table`() throws {
        let prepared = pixels.prepared(split: split)
        for (part, rows) in [
            (prepared.training, [3, 1, 0, 2]), (prepared.validation, [2, 4]), (prepared.test, [4]),
        ] as [(Samples, [Int32])] {
            guard case .bytes(let bytes) = part.numbers else {
                Issue.record("the bytes were widened")
                continue
            }
            #expect(.bytes(bytes.table) == pixels.numbers)
            #expect(bytes.selection == rows)
        }
    }

    @Test(arguments: InputScaling.allCases)
    func `bytes are measured and scaled as floats are`(scaling: InputScaling) {
        // Half of each number is the same data in another unit, but halves are not bytes.
        let halves = Dataset(
            featureNames: pixels.featureNames, features: pixels.features.map { $0 / 2 },
            targets: pixels.targets)
        let scales = pixels.standardisation(split: split, scaling: scaling)
        for (whole, half) in zip(
            scales.features, halves.standardisation(split: split, scaling: scaling).features)
        {
            #expect(whole == Scale(mean: 2 * half.mean, deviation: 2 * half.deviation))
        }
        let first = pixels.prepared(split: split, scaling: scaling)
        let second = halves.prepared(split: split, scaling: scaling)
        for (part, twin) in [(first.training, second.training), (first.test, second.test)] {
            for (number, other) in zip(part.features, twin.features) {
                #expect(abs(number - other) <= 1e-6)
            }
        }
    }
}
