import Randomness
import RowStorage
import SparseNetworks
import Testing

@Suite struct ByteRowsTests {
    /// The number of features is no multiple of a tile; the rows are a part of the table, out of
    /// order.
    private func tables(features: Int, rows: Int, seed: UInt64) -> (
        bytes: RowTable, floats: RowTable
    ) {
        var generator = Seed(rawValue: seed).generator()
        let whole = rows + 30
        let bytes = (0..<(features * whole)).map { _ in UInt8(generator.integer(below: 256)) }
        let numbers = ByteRows(
            table: SharedRows(bytes),
            selection: generator.sample(rows, below: whole).map { Int32($0) },
            scales: (0..<features).map { _ in Float(generator.normal() / 60) },
            offsets: (0..<features).map { _ in Float(generator.normal()) }, clip: 1.5)
        let labels = (0..<rows).map { _ in Int32(generator.integer(below: 4)) }
        let table = RowTable(
            numbers: .bytes(numbers), featureCount: features, targets: .classes(labels))
        let scaled = (0..<features).flatMap { feature in
            (0..<rows).map { row in
                let byte = bytes[Int(numbers.selection[row]) * features + feature]
                let product = Float(byte) * numbers.scales[feature]
                return max(-1.5, min(1.5, product + numbers.offsets[feature]))
            }
        }
        let floats = RowTable(features: scaled, featureCount: features, targets: .classes(labels))
        return (table, floats)
    }

    @Test(arguments: [3, 16, 50, 784])
    func `bytes train and score as their scaled numbers do, to the last bit`(features: Int) {
        let (bytes, floats) = tables(features: features, rows: 150, seed: UInt64(features))
        #expect(isEqual(bytes.features, floats.features))
        var generator = Seed(rawValue: 5).generator()
        let order = generator.sample(150, below: 150).map { Int32($0) }
        // Few connections, so some inputs have no connection and are not gathered.
        let network = randomNetwork(
            layers: [features, 5, 4], density: 20 / Double(features + 20), seed: 9)
        for set in InstructionSet.available {
            let first = Workspace(for: network, instructionSet: set)
            let second = Workspace(for: network, instructionSet: set)
            for batch in [
                RowSelection.ordered(order, 10..<147), .consecutive(3..<150),
                .ordered(order, 7..<8),
            ] {
                first.computeGradients(batch, of: bytes)
                second.computeGradients(batch, of: floats)
                #expect(first.lastGradients.weights == second.lastGradients.weights)
                #expect(first.lastGradients.biases == second.lastGradients.biases)
            }
            #expect(first.score(bytes) == second.score(floats))
            let sample = RowSelection.ordered(order, 0..<70)
            let scales = [Float](repeating: 1, count: features)
            #expect(
                first.growthScores(sample, of: bytes, inputScales: scales).gradients
                    == second.growthScores(sample, of: floats, inputScales: scales).gradients)
        }
    }

    @Test func `many numbers are kept row by row, and read back unchanged`() {
        var generator = Seed(rawValue: 3).generator()
        let features = (0..<300_000).map { _ in Float(generator.normal()) }
        let rows = RowNumbers(features: features, featureCount: 300)
        guard case .byRow(let table) = rows else {
            Issue.record("300,000 numbers are stored by feature")
            return
        }
        #expect(table.withSpan { $0[300 * 17 + 5] } == features[5 * 1000 + 17])
        #expect(isEqual(rows.features(featureCount: 300), features))
    }

    @Test func `numbers that fit a cache are kept feature by feature`() {
        let features = (0..<200_000).map { Float($0) }
        guard case .byFeature(let kept) = RowNumbers(features: features, featureCount: 200) else {
            Issue.record("200,000 numbers are stored by row")
            return
        }
        #expect(isEqual(kept, features))
    }

    @Test func `a byte is scaled, moved and then limited, in the selected row`() {
        let rows = ByteRows(
            table: SharedRows([0, 10, 255, 20, 100, 0]), selection: [2, 0, 1],
            scales: [0.25, -0.5], offsets: [-2, 3], clip: 4)
        let numbers = (0..<3).map { row in (0..<2).map { rows.number(row: row, feature: $0) } }
        #expect(numbers == [[4, 3], [-2, -2], [4, -4]])
        let moved = ByteRows(
            table: SharedRows([12]), selection: [0], scales: [0.25], offsets: [-2], clip: 4)
        #expect(moved.number(row: 0, feature: 0) == 1)
    }

    /// Whether numbers are the same.
    ///
    /// For arrays that differ, `#expect` looks for the shortest list of differences, which takes
    /// minutes where all of many numbers differ.
    private func isEqual(_ first: [Float], _ second: [Float]) -> Bool { first == second }
}
