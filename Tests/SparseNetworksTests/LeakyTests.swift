import FoundationEssentials
import Randomness
import SparseNetworks
import Testing

@Suite struct LeakyTests {
    /// A leaky network whose slopes have changed.
    private func trained(
        _ loss: OutputLoss = .softmax,
        steps: Int = 30,
        rows: Int = 70
    ) -> SparseNetwork {
        var network = randomNetwork(
            layers: [7, 5, 4, loss == .softmax ? 3 : 1],
            density: 0.6,
            activation: .leaky,
            loss: loss,
            seed: 11
        )
        let table = randomRows(rows, features: 7, loss: loss, classes: 3, seed: 5)
        let workspace = Workspace(for: network, instructionSet: .best)
        for _ in 0..<steps {
            workspace.computeGradients(.consecutive(0..<rows), of: table)
            workspace.step(OptimizerRule(.adam, momentum: 0.9), learningRate: 0.05)
        }
        workspace.store(into: &network)
        return network
    }

    /// A finite difference of a piecewise quadratic loss is wrong if a step crosses a kink.
    ///
    /// The error is at most h · |slope of the loss|, so h is small, and the twin is in double
    /// precision.
    @Test(arguments: [OutputLoss.softmax, .logistic, .squared], [0, 30])
    func `gradients match finite differences of the loss`(loss: OutputLoss, steps: Int) {
        let network = trained(loss, steps: steps)
        let table = randomRows(90, features: 7, loss: loss, classes: 3, seed: 6)
        let workspace = Workspace(for: network, instructionSet: .best)
        workspace.computeGradients(.consecutive(0..<90), of: table)
        let found = workspace.lastGradients
        func difference(_ change: (inout DenseTwin, Double) -> Void) -> Double {
            var above = DenseTwin(network)
            var below = above
            change(&above, 1e-6)
            change(&below, -1e-6)
            return (above.loss(table) - below.loss(table)) / 2e-6
        }
        for (position, edge) in network.connections.enumerated() {
            let slope = difference { $0.weights[edge.target][edge.source] += $1 }
            #expect(abs(Double(found.weights[position]) - slope) < 1e-4, "\(edge)")
        }
        for node in network.biases.indices {
            let slope = difference { $0.biases[node] += $1 }
            #expect(abs(Double(found.biases[node]) - slope) < 1e-4, "bias \(node)")
        }
        for node in network.slopes.indices {
            let slope = difference { $0.slopes[node] += $1 }
            #expect(abs(Double(found.slopes[node]) - slope) < 1e-4, "slope \(node)")
        }
        #expect(found.slopes.contains { abs($0) > 1e-3 })
    }

    @Test func `slopes start at 0, learn, and may become negative`() {
        #expect(trained(steps: 0).slopes == Array(repeating: 0, count: 9))
        let slopes = trained().slopes
        #expect(slopes.contains { $0 > 0.01 })
        #expect(slopes.contains { $0 < -0.01 })
    }

    @Test func `a leaky network with slopes of 0 is a rectifier`() {
        let leaky = trained(steps: 0)
        var relu = SparseNetwork(layerSizes: leaky.layerSizes, activation: .relu, loss: .softmax)
        relu.add(leaky.connections)
        let row: [Float] = [0.3, -1.2, 0.8, 2, -0.1, 0.5, 1]
        #expect(leaky.outputs(for: row) == relu.outputs(for: row))
        #expect(relu.slopes.isEmpty)
    }

    @Test func `slopes and their moments keep their nodes when nodes come and go`() {
        var network = trained()
        network.removeDeadNodes()
        let old = network
        #expect(old.moments.slopeFirst.contains { $0 != 0 })
        network.insertHiddenNodes(2, intoLayer: 1)
        let place = old.nodes(ofLayer: 1).upperBound - 7
        #expect(network.slopes == old.slopes[..<place] + [0, 0] + old.slopes[place...])
        #expect(
            network.moments.slopeSecond == old.moments.slopeSecond[..<place] + [0, 0]
                + old.moments.slopeSecond[place...]
        )
        network.insertHiddenLayer(before: 1)
        network.insertHiddenNodes(1, intoLayer: 1)
        #expect(network.slopes.first == 0)
        #expect(network.violations.isEmpty)
        network.removeDeadNodes()
        #expect(network.slopes == old.slopes)
        #expect(network.moments == old.moments)
    }

    @Test func `a node that no input feeds leaves its leaked constant`() throws {
        let text = """
            {"layers": [1, 2, 1], "nodes": 4, "activation": "leaky", "output": "squared",
             "biases": [-2, 0.5, 1], "slopes": [-0.25, 0],
             "connections": [{"source": 0, "target": 2, "weight": 1},
              {"source": 1, "target": 3, "weight": 3}, {"source": 2, "target": 3, "weight": 1}]}
            """
        let read = try JSONDecoder().decode(NetworkSnapshot.self, from: Data(text.utf8))
        var network = try SparseNetwork(read)
        #expect(network.outputs(for: [1]) == [1 + 3 * 0.5 + 1.5])
        network.removeDeadNodes()
        #expect(network.slopes == [0])
        #expect(network.outputs(for: [1]) == [1 + 3 * 0.5 + 1.5])
    }

    @Test func `a document keeps slopes, and refuses a wrong number of them`() throws {
        let network = trained()
        let document = try JSONEncoder().encode(NetworkSnapshot(network))
        let read = try JSONDecoder().decode(NetworkSnapshot.self, from: document)
        let twin = try SparseNetwork(read)
        #expect(twin.slopes == network.slopes)
        #expect(twin.fingerprint == network.fingerprint)
        let text = """
            {"layers": [1, 1, 1], "nodes": 3, "activation": "leaky", "output": "squared",
             "biases": [0, 0], "connections": []}
            """
        let bare = try JSONDecoder().decode(NetworkSnapshot.self, from: Data(text.utf8))
        #expect(throws: SnapshotError.wrongSlopes(expected: 1, found: 0)) {
            try SparseNetwork(bare)
        }
        let plain = randomNetwork(layers: [2, 1, 1], density: 1, seed: 1)
        let encoded = try JSONEncoder().encode(NetworkSnapshot(plain))
        let words = String(decoding: encoded, as: UTF8.self)
        #expect(!words.contains("slopes"))
    }
}
