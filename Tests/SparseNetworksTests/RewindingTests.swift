import SparseNetworks
import Testing

@Suite struct RewindingTests {
    private let table = randomRows(70, features: 7, loss: .softmax, classes: 3, seed: 5)

    /// A trained network to which connections and nodes were added, and from which some of both
    /// were removed.
    private func learnt() -> (start: SparseNetwork, end: SparseNetwork) {
        let start = randomNetwork(
            layers: [7, 4, 3], density: 0.6, activation: .leaky, seed: 2)
        var network = trained(start)
        let added = network.insertHiddenNodes(2, intoLayer: 1, biases: [0.25, -0.5])
        network.add([
            Connection(source: 1, target: added.lowerBound, weight: 0.75),
            Connection(source: added.lowerBound, target: network.outputs.lowerBound, weight: -2),
            Connection(source: 2, target: added.upperBound - 1, weight: 1),
        ])
        network.removeConnections(at: [0, 3])
        network.removeDeadNodes()
        return (start, trained(network))
    }

    private func trained(_ network: SparseNetwork) -> SparseNetwork {
        var result = network
        let workspace = Workspace(for: network, instructionSet: .best)
        for _ in 0..<20 {
            workspace.computeGradients(.consecutive(0..<70), of: table)
            workspace.step(OptimizerRule(.adam, momentum: 0.9), learningRate: 0.02)
        }
        workspace.store(into: &result)
        return result
    }

    @Test func `rewinding restores the initial weights and biases`() throws {
        let (start, end) = learnt()
        var network = end
        network.rewind { _ in 9 }
        #expect(network.violations.isEmpty)
        #expect(network.sources == end.sources && network.layerSizes == end.layerSizes)
        #expect(network.weights.allSatisfy { $0 == 0.75 || $0 == -2 || start.weights.contains($0) })
        #expect(network.weights.contains(0.75) && network.weights.contains(-2))
        #expect(Set(end.weights).isDisjoint(with: start.weights))
        #expect(network.biases.count { $0 == 0.25 } == 1)
        #expect(network.biases.count { $0 != 0 } == 1)
        #expect(network.slopes.allSatisfy { $0 == 0 })
        #expect(network.moments.weightFirst.allSatisfy { $0 == 0 })
        #expect(end.slopes.contains { $0 != 0 })
    }

    @Test func `a connection that began with weight 0 gets a new one`() throws {
        let (_, end) = learnt()
        var network = end
        let absent = try #require(
            (0..<7).first { source in
                !end.connections.contains { $0.source == source && $0.target == 7 }
            })
        network.add([Connection(source: absent, target: 7)])
        network = trained(network)
        network.rewind { Float($0) }
        let found = try #require(
            network.connections.first { $0.source == absent && $0.target == 7 })
        #expect(found.weight == Float(network.row(of: 7).count))
    }

    @Test func `reinitialising draws every weight, and resets the rest`() {
        var network = learnt().end
        network.reinitialise { Float($0) }
        for node in network.inputCount..<network.nodeCount {
            let row = network.row(of: node)
            #expect(network.weights[row].allSatisfy { $0 == Float(row.count) })
        }
        #expect(network.biases.allSatisfy { $0 == 0 })
        #expect(network.slopes.allSatisfy { $0 == 0 })
        #expect(network.violations.isEmpty)
        var again = trained(network)
        again.rewind { _ in 9 }
        #expect(again == network)
    }
}
