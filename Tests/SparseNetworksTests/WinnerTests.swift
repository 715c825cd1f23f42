import SparseNetworks
import Testing

/// Which class a network says.
@Suite struct WinnerTests {
    /// Rows without a feature that matters, two of each class; more rows than a register holds.
    private let rows = RowTable(
        features: Array(repeating: 0, count: 18), featureCount: 1,
        targets: .classes((0..<18).map { Int32($0 % 3) }))

    /// A network whose outputs are its biases: a step down the gradient made them.
    private func workspace(_ set: InstructionSet, learningFrom label: Int32?) -> Workspace {
        var network = SparseNetwork(layerSizes: [1, 3], activation: .tanh, loss: .softmax)
        network.add((1...3).map { Connection(source: 0, target: $0) })
        let workspace = Workspace(for: network, instructionSet: set, rows: 16)
        if let label {
            let row = RowTable(features: [0], featureCount: 1, targets: .classes([label]))
            workspace.computeGradients(.consecutive(0..<1), of: row)
            workspace.step(OptimizerRule(.nesterov, momentum: 0), learningRate: 1)
        }
        return workspace
    }

    @Test(arguments: InstructionSet.available)
    func `of equal outputs the first wins`(set: InstructionSet) {
        let equal = workspace(set, learningFrom: nil)
        #expect(equal.score(rows).correct == 6)
        let firstClass = RowTable(
            features: [0, 0], featureCount: 1, targets: .classes([0, 0]))
        #expect(equal.score(firstClass).correct == 2)
    }

    @Test(arguments: InstructionSet.available, [Int32(0), 1, 2])
    func `the largest output wins`(set: InstructionSet, label: Int32) {
        let taught = workspace(set, learningFrom: label)
        let ownClass = RowTable(
            features: [0, 0], featureCount: 1, targets: .classes([label, label]))
        #expect(taught.score(ownClass).correct == 2)
        #expect(taught.score(rows).correct == 6)
    }
}
