import Randomness
import SparseNetworks
import Testing

@Suite struct RegularisationTests {
    private let table = randomRows(70, features: 7, loss: .softmax, classes: 3, seed: 5)
    private let network = randomNetwork(layers: [7, 5, 3], density: 0.6, seed: 2)

    private func gradients(_ workspace: Workspace) -> [Float] {
        let found = workspace.lastGradients
        return found.weights + found.biases + found.slopes
    }

    @Test(arguments: InstructionSet.available)
    func `the norm is that of all gradients, and scaling clips it`(set: InstructionSet) {
        let workspace = Workspace(for: network, instructionSet: set)
        workspace.computeGradients(.consecutive(0..<70), of: table)
        let before = gradients(workspace)
        let norm = workspace.gradientNorm()
        let expected = before.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        #expect(abs(norm - expected) < 1e-12)
        workspace.scaleGradients(by: 0.25)
        #expect(gradients(workspace) == before.map { $0 * 0.25 })
        #expect(workspace.gradientNorm() == 0.25 * norm)
    }

    /// A second step from the same moments; the two steps differ only by the shrinkage.
    @Test(arguments: [OptimizerRule.Kind.adam, .nesterov])
    func `the lasso moves only weights towards 0 by a constant`(
        kind: OptimizerRule.Kind
    ) {
        var start = network
        start.removeConnections(at: [0])
        start.add([network.connections[0]].map { Connection(source: $0.source, target: $0.target) })
        func stepped(_ lasso: Double) -> SparseNetwork {
            var result = start
            let workspace = Workspace(for: start, instructionSet: .best)
            workspace.computeGradients(.consecutive(0..<70), of: table)
            workspace.step(
                OptimizerRule(kind, momentum: 0.9, lasso: lasso),
                learningRate: 0.1
            )
            workspace.store(into: &result)
            return result
        }
        let plain = stepped(0)
        let shrunk = stepped(0.5)
        #expect(start.weights.contains(0))
        for (index, weight) in start.weights.enumerated() {
            let expected: Float = weight > 0 ? 0.05 : weight < 0 ? -0.05 : 0
            #expect(abs(plain.weights[index] - shrunk.weights[index] - expected) < 1e-6)
        }
        #expect(plain.biases == shrunk.biases)
        #expect(plain.moments == shrunk.moments)
    }

    @Test(arguments: [OutputLoss.softmax, .logistic])
    func `a row counts with the weight of its class`(loss: OutputLoss) {
        let network = randomNetwork(
            layers: [7, 5, loss == .softmax ? 3 : 1],
            density: 0.6,
            loss: loss,
            seed: 2
        )
        let table = randomRows(70, features: 7, loss: loss, classes: 3, seed: 5)
        guard case .classes(let labels) = table.targets else { return }
        let weighted = Workspace(for: network, instructionSet: .best)
        let unweighted = weighted.score(table)
        weighted.classWeights = [3, 1, 0]
        #expect(weighted.score(table).loss == unweighted.loss)
        weighted.computeGradients(.consecutive(0..<70), of: table)
        let order = labels.indices.flatMap { row in
            Array(repeating: Int32(row), count: [3, 1, 0][Int(labels[row])])
        }
        let repeated = Workspace(for: network, instructionSet: .best)
        repeated.computeGradients(.ordered(order, 0..<order.count), of: table)
        let scale = Float(order.count) / 70
        for (left, right) in zip(gradients(weighted), gradients(repeated)) {
            #expect(abs(left - right * scale) < 1e-5)
        }
    }

    @Test func `weights of 1 change no bit`() {
        let plain = Workspace(for: network, instructionSet: .best)
        let weighted = Workspace(for: network, instructionSet: .best)
        weighted.classWeights = [1, 1, 1]
        for workspace in [plain, weighted] {
            workspace.computeGradients(.consecutive(0..<70), of: table)
        }
        #expect(gradients(plain) == gradients(weighted))
    }
}
