import Randomness
import SparseNetworks
import Testing

@Suite struct InputNoiseTests {
    private let inputs = 200

    /// The input values of the last block of a batch of ones, `[input][column]`.
    private func lastBlock(
        _ disturbance: InputDisturbance?, rows: Int = 64, blockRows: Int = 64,
        _ set: InstructionSet = .best
    ) -> [[Float]] {
        let network = randomNetwork(layers: [inputs, 3], density: 0.9, seed: 1)
        let table = RowTable(
            features: Array(repeating: 1, count: inputs * rows), featureCount: inputs,
            targets: .classes(Array(repeating: 0, count: rows)))
        let workspace = Workspace(for: network, instructionSet: set, rows: blockRows)
        workspace.computeGradients(.consecutive(0..<rows), of: table, disturbance: disturbance)
        let values = workspace.inputValues
        return (0..<inputs).map { input in
            Array(values[(input * workspace.width)..<((input + 1) * workspace.width)])
        }
    }

    private func noise(_ deviation: Double, key: UInt64 = 3, step: UInt64 = 0) -> InputDisturbance {
        InputDisturbance(noise: InputNoise(deviation: deviation, key: key, step: step))
    }

    /// The added noise of deviation 1, `[input × column]`.
    private func numbers(key: UInt64 = 3, step: UInt64 = 0, rows: Int = 64) -> [Double] {
        lastBlock(noise(1, key: key, step: step), rows: rows).joined().map { Double($0) - 1 }
    }

    /// Bounds are five deviations of the means of n powers, and of n counts.
    @Test func `noise has the moments and tails of the normal distribution`() {
        let all = (0..<40).flatMap { numbers(step: $0) }
        let n = Double(all.count)
        func mean(_ term: (Double) -> Double) -> Double { all.reduce(0) { $0 + term($1) } / n }
        #expect(abs(mean { $0 }) < 5 / n.squareRoot())
        #expect(abs(mean { $0 * $0 } - 1) < 5 * (2 / n).squareRoot())
        #expect(abs(mean { $0 * $0 * $0 }) < 5 * (15 / n).squareRoot())
        #expect(abs(mean { $0 * $0 * $0 * $0 } - 3) < 5 * (96 / n).squareRoot())
        let shares = [(0.25, 0.197413), (1, 0.682689), (2, 0.954500), (3, 0.997300)]
        for (bound, share) in shares {
            let found = Double(all.count { abs($0) < bound })
            #expect(abs(found - share * n) < 5 * (share * (1 - share) * n).squareRoot())
        }
        #expect(all.contains { $0 > 4 } && all.contains { $0 < -4 })
    }

    /// The correlation of n independent pairs has a deviation of 1/√n, and so has that of their
    /// absolute values.
    @Test func `noise of other keys, steps, inputs and positions is independent`() {
        let first = numbers()
        func turned(_ count: Int) -> [Double] { Array(first[count...] + first[..<count]) }
        let others = [
            numbers(key: 4), numbers(step: 1), numbers(rows: 128),
            turned(64), turned(16), turned(32), turned(1),
        ]
        let bound = 5 / Double(first.count).squareRoot()
        for other in others {
            let product = zip(first, other).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(abs(product / Double(first.count)) < bound)
            let sizes = zip(first, other).reduce(0) { sum, pair in
                sum + (pair.0 * pair.0 - 1) * (pair.1 * pair.1 - 1) / 2
            }
            #expect(abs(sizes / Double(first.count)) < bound)
        }
    }

    @Test func `noise does not depend on instruction set or width`() {
        let expected = lastBlock(noise(0.5), rows: 64, .baseline)
        for set in InstructionSet.available {
            #expect(lastBlock(noise(0.5), rows: 64, set) == expected)
        }
        for width in [16, 32] {
            let narrow = lastBlock(noise(0.5), rows: 64, blockRows: width)
            #expect(narrow == expected.map { Array($0[(64 - width)...]) })
        }
        // Blocks of 48 and 16 columns.
        #expect(
            lastBlock(noise(0.5), rows: 64, blockRows: 48).map { Array($0[..<16]) }
                == expected.map { Array($0[48...]) })
    }

    @Test func `noise grows with its deviation; a deviation of 0 changes nothing`() {
        #expect(lastBlock(noise(0)) == lastBlock(nil))
        let whole = lastBlock(noise(1)).joined()
        let half = lastBlock(noise(0.5)).joined()
        #expect(zip(whole, half).allSatisfy { abs(($0 - 1) - 2 * ($1 - 1)) < 1e-6 })
    }

    @Test func `a dropped value has no noise`() {
        let dropout = InputDropout(rate: 0.5, key: 1, step: 1)
        let dropped = lastBlock(InputDisturbance(dropout: dropout)).joined()
        let both = lastBlock(
            InputDisturbance(
                noise: InputNoise(deviation: 1, key: 2, step: 1), dropout: dropout))
        let noisy = lastBlock(noise(1, key: 2, step: 1)).joined()
        for (value, (before, plain)) in zip(both.joined(), zip(dropped, noisy)) {
            #expect(value == (before == 0 ? 0 : 2 * plain))
        }
    }
}
