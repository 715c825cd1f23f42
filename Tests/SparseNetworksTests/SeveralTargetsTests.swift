import Randomness
import SparseNetworks
import Testing

/// Targets of two numbers a row.
@Suite struct SeveralTargetsTests {
    private let network = randomNetwork(layers: [5, 4, 2], density: 0.8, loss: .squared, seed: 3)

    private func table(_ rows: Int) -> RowTable {
        var generator = Seed(rawValue: 4).generator()
        let numbers = (0..<(7 * rows)).map { _ in Float(generator.normal()) }
        return RowTable(
            features: Array(numbers[..<(5 * rows)]), featureCount: 5,
            targets: .values(Array(numbers[(5 * rows)...]), width: 2))
    }

    @Test(arguments: InstructionSet.available, [1, 16, 70])
    func `loss and gradients are those of a dense network`(set: InstructionSet, rows: Int) {
        let table = table(rows)
        let workspace = Workspace(for: network, instructionSet: set, rows: 64)
        let twin = DenseTwin(network)
        let sums = workspace.score(table)
        #expect(sums.rows == rows && sums.loss == sums.squaredError / 2)
        #expect(abs(sums.loss / Double(rows) - twin.loss(table)) < 1e-5)
        workspace.computeGradients(.consecutive(0..<rows), of: table)
        let (found, wanted) = (workspace.lastGradients, twin.gradients(table))
        for (left, right) in zip(found.weights + found.biases, wanted.weights + wanted.biases) {
            #expect(abs(Double(left) - right) < 1e-5)
        }
    }

    /// A step up the gradient of one row makes the biases ½ and −1, which are then the outputs.
    @Test func `the loss is half the sum of all squared errors`() {
        var network = SparseNetwork(layerSizes: [1, 2], activation: .tanh, loss: .squared)
        network.add([Connection(source: 0, target: 1), Connection(source: 0, target: 2)])
        let row = RowTable(features: [0], featureCount: 1, targets: .values([-0.5, 1], width: 2))
        let workspace = Workspace(for: network, instructionSet: .baseline, rows: 16)
        workspace.computeGradients(.consecutive(0..<1), of: row)
        workspace.step(OptimizerRule(.nesterov, momentum: 0), learningRate: -1)
        workspace.store(into: &network)
        #expect(network.biases == [0.5, -1])
        let rows = RowTable(
            features: [0, 0], featureCount: 1, targets: .values([1, -3, -1, 0.5], width: 2))
        let sums = workspace.score(rows)
        #expect(sums.squaredError == 0.25 + 4 + 2.25 + 2.25)
        #expect(sums.loss == 8.75 / 2)
    }
}
