import Randomness
import SparseNetworks
import Testing

@Suite struct InputDropoutTests {
    private let inputs = 200
    private let rows = 150

    /// The input values of the last block of a batch of ones after dropout.
    private func lastBlock(
        _ dropout: InputDropout?,
        rows: Int,
        blockRows: Int = 64,
        _ set: InstructionSet = .best
    ) -> [[Float]] {
        let network = randomNetwork(layers: [inputs, 3], density: 0.9, seed: 1)
        let table = RowTable(
            features: Array(repeating: 1, count: inputs * rows),
            featureCount: inputs,
            targets: .classes(Array(repeating: 0, count: rows))
        )
        let workspace = Workspace(for: network, instructionSet: set, rows: blockRows)
        workspace.computeGradients(
            .consecutive(0..<rows), of: table, disturbance: InputDisturbance(dropout: dropout))
        let values = workspace.inputValues
        return (0..<inputs).map { input in
            Array(values[(input * workspace.width)..<((input + 1) * workspace.width)])
        }
    }

    /// The bound is five deviations of the number of dropped values.
    @Test(arguments: [0.01, 0.2, 0.5, 0.9])
    func `the rate determines how many values are dropped`(rate: Double) {
        var dropped = 0
        var total = 0
        for step in UInt64(0)..<40 {
            let block = lastBlock(InputDropout(rate: rate, key: 3, step: step), rows: 64)
            for value in block.joined() {
                #expect(value == 0 || value == Float(1 / (1 - rate)))
                dropped += value == 0 ? 1 : 0
                total += 1
            }
        }
        let expected = rate * Double(total)
        #expect(abs(Double(dropped) - expected) < 5 * (expected * (1 - rate)).squareRoot())
    }

    /// The agreements of two masks of rate ½ are binomial with probability ½.
    @Test func `masks of other keys, steps, inputs and positions are independent`() {
        func mask(_ key: UInt64, _ step: UInt64, rows: Int = 64) -> [Bool] {
            lastBlock(InputDropout(rate: 0.5, key: key, step: step), rows: rows)
                .flatMap { $0.map { $0 == 0 } }
        }
        let first = mask(1, 1)
        let others = [
            mask(2, 1), mask(1, 2), mask(1, 1, rows: 128),
            Array(first[64...] + first[..<64]), Array(first[1...] + first[..<1]),
        ]
        for other in others {
            let agreements = zip(first, other).count { $0 == $1 }
            let half = Double(first.count) / 2
            #expect(abs(Double(agreements) - half) < 5 * (half / 2).squareRoot())
        }
    }

    @Test func `a mask does not depend on instruction set or width`() {
        let dropout = InputDropout(rate: 0.3, key: 7, step: 9)
        let expected = lastBlock(dropout, rows: 64, .baseline)
        for set in InstructionSet.available {
            #expect(lastBlock(dropout, rows: 64, set) == expected)
        }
        let narrow = lastBlock(dropout, rows: 64, blockRows: 16)
        #expect(narrow == expected.map { Array($0[48...]) })
    }

    @Test func `a rate of 0 changes nothing`() {
        #expect(
            lastBlock(InputDropout(rate: 0, key: 1, step: 1), rows: 64)
                == lastBlock(nil, rows: 64)
        )
    }

    @Test func `columns after the batch stay 0`() {
        let block = lastBlock(InputDropout(rate: 0.5, key: 1, step: 1), rows: rows)
        #expect(block.allSatisfy { $0[22...].allSatisfy { $0 == 0 } })
        #expect(block.contains { $0[..<22].contains { $0 != 0 } })
    }
}
