import Randomness
import SparseNetworks
import Testing

@Suite struct EditTests {
    /// Trains briefly, so that every connection has moments to keep.
    private func trained(_ network: SparseNetwork, steps: Int = 3) -> SparseNetwork {
        var network = network
        let table = randomRows(
            20,
            features: network.inputCount,
            loss: network.loss,
            classes: network.outputCount,
            seed: 2
        )
        let workspace = Workspace(for: network, instructionSet: .best)
        for _ in 0..<steps {
            workspace.computeGradients(.consecutive(0..<20), of: table)
            workspace.step(OptimizerRule(.adam, momentum: 0.9), learningRate: 0.01)
        }
        workspace.store(into: &network)
        return network
    }

    private func absent(_ network: SparseNetwork) -> [Connection] {
        let present = Set(network.connections.map { [$0.source, $0.target] })
        return zip(network.inputCount..<network.nodeCount, network.possibleSourceCounts)
            .flatMap { target, count in
                (0..<count).map { Connection(source: $0, target: target) }
            }.filter { !present.contains([$0.source, $0.target]) }
    }

    private func edit(_ network: inout SparseNetwork, _ generator: inout PhiloxGenerator) {
        switch generator.integer(below: 5) {
        case 0:
            let absent = absent(network)
            let count = generator.integer(below: min(5, absent.count) + 1)
            network.add(generator.sample(count, below: absent.count).map { absent[$0] })
        case 1 where network.connectionCount > 0:
            let count = generator.integer(below: min(4, network.connectionCount))
            network.removeConnections(at: generator.sample(count, below: network.connectionCount))
        case 2 where network.layerSizes.count > 2:
            let layer = 1 + generator.integer(below: network.layerSizes.count - 2)
            network.insertHiddenNodes(1 + generator.integer(below: 3), intoLayer: layer)
        case 3 where network.layerSizes.count < 6:
            network.insertHiddenLayer(before: 1 + generator.integer(below: 2))
        default: network.removeDeadNodes()
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `any edits in any order leave a valid network`(seed: UInt64) {
        var generator = Seed(rawValue: seed).generator()
        var network = trained(randomNetwork(layers: [6, 4, 3], density: 0.4, seed: seed))
        for _ in 0..<40 {
            edit(&network, &generator)
            #expect(network.violations.isEmpty)
        }
        network = trained(network)
        #expect(network.violations.isEmpty)
    }

    @Test func `a connection with weight 0 changes no bit of the outputs`() {
        var network = trained(randomNetwork(layers: [6, 4, 3], density: 0.4, seed: 8))
        let row: [Float] = [0.3, -1.2, 0.8, 2, -0.1, 0.5]
        let before = network.outputs(for: row)
        network.add(absent(network))
        #expect(network.outputs(for: row) == before)
        #expect(network.connectionCount == network.possibleConnectionCount)
    }

    @Test func `a weight keeps its moments through every edit`() {
        var network = trained(randomNetwork(layers: [6, 4, 3], density: 0.4, seed: 9))
        let old = network.connections.enumerated().map { index, connection in
            [
                connection.weight, network.moments.weightFirst[index],
                network.moments.weightSecond[index],
            ]
        }
        let powers = [network.moments.firstPower, network.moments.secondPower]
        #expect(old.allSatisfy { $0[1] != 0 || $0[2] == 0 })
        let newcomers = absent(network)
        network.add(newcomers)
        network.insertHiddenNodes(2, intoLayer: 1)
        network.insertHiddenLayer(before: 1)
        let new = network.connections.indices.filter { network.weights[$0] != 0 }.map {
            [
                network.weights[$0], network.moments.weightFirst[$0],
                network.moments.weightSecond[$0],
            ]
        }
        #expect(new == old)
        #expect(
            network.moments.weightFirst.count { $0 == 0 }
                >= newcomers.count
        )
        #expect([network.moments.firstPower, network.moments.secondPower] == powers)
    }

    @Test func `biases keep their moments when nodes come and go`() {
        var network = trained(randomNetwork(layers: [6, 4, 3], density: 0.9, seed: 9))
        let old = network
        network.insertHiddenNodes(3, intoLayer: 1, biases: [7, 8, 9])
        #expect(network.biases == old.biases[..<4] + [7, 8, 9] + old.biases[4...])
        network.removeDeadNodes()
        #expect(network == old)
    }

    @Test func `removing dead nodes does not change the outputs`() {
        var network = SparseNetwork(layerSizes: [2, 4, 1], activation: .tanh, loss: .logistic)
        // Node 2 is alive, 3 has no input, 4 has no output, 5 has neither; node 6 is the output.
        network.add([
            Connection(source: 0, target: 2, weight: 0.5),
            Connection(source: 2, target: 6, weight: 2),
            Connection(source: 1, target: 4, weight: 1),
            Connection(source: 3, target: 6, weight: 3),
        ])
        let table = RowTable(
            features: [1, -1, 0.5, 2],
            featureCount: 2,
            targets: .classes([0, 1])
        )
        let workspace = Workspace(for: network, instructionSet: .best)
        for _ in 0..<5 {
            workspace.computeGradients(.consecutive(0..<2), of: table)
            workspace.step(OptimizerRule(.adam, momentum: 0.9), learningRate: 0.1)
        }
        workspace.store(into: &network)
        let before = network.outputs(for: [0.4, 0.7])[0]
        let size = network.liveSize
        #expect(size.connections == 2)
        #expect(size.hiddenNodes == 1)
        #expect(size.inputs == 1)
        #expect(size.biases == 2)
        network.removeDeadNodes()
        #expect(network.layerSizes == [2, 1, 1])
        #expect(network.connectionCount == 2)
        #expect(abs(network.outputs(for: [0.4, 0.7])[0] - before) < 1e-6)
        #expect(network.violations.isEmpty)
    }

    @Test(arguments: UInt64(1)...10)
    func `live counts are the counts after dead nodes are removed`(seed: UInt64) {
        var network = randomNetwork(layers: [8, 5, 5, 2], density: 0.12, seed: seed)
        let size = network.liveSize
        network.removeDeadNodes()
        #expect(network.connectionCount == size.connections)
        #expect(network.hiddenCount == size.hiddenNodes)
        #expect(network.liveSize == size)
    }
}
