import Datasets
import Testing

@Suite struct GeneratorTests {
    @Test func `two spirals are the 194 points of Lang and Witbrock`() {
        let spirals = Dataset.twoSpirals()
        #expect(spirals.rowCount == 194)
        #expect(
            spirals.targets
                == .classes(
                    labels: (0..<194).map { Int32(1 - $0 % 2) },
                    names: ["0", "1"]
                )
        )
        // Points 0, 8, 16 and 96 of an arm: 0, ¼, ½ and 3 turns.
        let points: [(row: Int, x: Float, y: Float)] = [
            (0, 0, 6.5), (16, 6, 0), (32, 0, -5.5), (192, 0, 0.5), (1, 0, -6.5), (17, -6, 0),
            // Point 4: an eighth of a turn at radius 6.25, so both coordinates are 6.25/√2.
            (8, 4.419417, 4.419417),
        ]
        for point in points {
            #expect(abs(spirals.features[point.row] - point.x) < 1e-6)
            #expect(abs(spirals.features[194 + point.row] - point.y) < 1e-6)
        }
    }

    @Test func `every point of a spiral lies at its radius`() {
        let spirals = Dataset.twoSpirals(pointsPerArm: 193)
        for row in 0..<386 {
            let x = Double(spirals.features[row])
            let y = Double(spirals.features[386 + row])
            let radius = 6.5 * (104 - Double(row / 2) / 2) / 104
            #expect(abs((x * x + y * y).squareRoot() - radius) < 1e-6)
        }
    }

    @Test func `exclusive or has four rows`() {
        #expect(
            Dataset.xor()
                == Dataset(
                    featureNames: ["bit_0", "bit_1"],
                    features: [0, 0, 1, 1, 0, 1, 0, 1],
                    targets: .classes(labels: [0, 1, 1, 0], names: ["0", "1"])
                )
        )
    }

    @Test func `parity has all patterns, half of them odd`() {
        let parity = Dataset.parity(bits: 6)
        guard case .classes(let labels, _) = parity.targets else {
            Issue.record("parity has classes")
            return
        }
        #expect(labels.count == 64)
        #expect(labels.count { $0 == 1 } == 32)
        #expect(labels[0b101100] == 1)
        let bits: [Float] = (0..<6).map { parity.features[$0 * 64 + 0b101100] }
        #expect(bits == [1, 0, 1, 1, 0, 0])
    }
}
