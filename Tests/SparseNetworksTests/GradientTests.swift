import Randomness
import SparseNetworks
import Testing

@Suite struct GradientTests {
    static let cases: [(OutputLoss, HiddenActivation, Int)] = [
        (.softmax, .tanh, 64), (.softmax, .relu, 5), (.logistic, .tanh, 33),
        (.logistic, .relu, 150),
        (.squared, .tanh, 100), (.squared, .relu, 17),
    ]

    private func network(_ loss: OutputLoss, _ activation: HiddenActivation) -> SparseNetwork {
        randomNetwork(
            layers: [7, 5, 4, loss == .softmax ? 3 : 1],
            density: 0.6,
            activation: activation,
            loss: loss,
            seed: 11
        )
    }

    /// Sums of a few hundred products of size 1 in single precision are accurate to about 1e-5.
    @Test(arguments: cases)
    func `gradients are those of a dense twin`(
        loss: OutputLoss,
        activation: HiddenActivation,
        rows: Int
    ) {
        let network = network(loss, activation)
        let table = randomRows(rows, features: 7, loss: loss, classes: 3, seed: 5)
        let workspace = Workspace(for: network, instructionSet: .best, rows: rows)
        workspace.computeGradients(.consecutive(0..<rows), of: table)
        let found = workspace.lastGradients
        let expected = DenseTwin(network).gradients(table)
        for (left, right) in zip(found.weights, expected.weights) {
            #expect(abs(Double(left) - right) < 1e-5)
        }
        for (left, right) in zip(found.biases, expected.biases) {
            #expect(abs(Double(left) - right) < 1e-5)
        }
    }

    /// A central difference with step h has an error of h²/6 · f‴, here about 1e-6.
    @Test(arguments: [OutputLoss.softmax, .logistic, .squared])
    func `gradients match finite differences of the loss`(loss: OutputLoss) {
        let network = network(loss, .tanh)
        let table = randomRows(40, features: 7, loss: loss, classes: 3, seed: 6)
        let workspace = Workspace(for: network, instructionSet: .best)
        workspace.computeGradients(.consecutive(0..<40), of: table)
        let found = workspace.lastGradients.weights
        for (position, connection) in network.connections.enumerated() {
            var above = DenseTwin(network)
            var below = above
            above.weights[connection.target][connection.source] += 1e-3
            below.weights[connection.target][connection.source] -= 1e-3
            let slope = (above.loss(table) - below.loss(table)) / 2e-3
            #expect(abs(Double(found[position]) - slope) < 1e-4, "\(connection)")
        }
    }

    @Test(arguments: [OutputLoss.softmax, .logistic, .squared])
    func `the score of a table is the mean loss of a dense twin`(loss: OutputLoss) {
        let network = network(loss, .tanh)
        let table = randomRows(131, features: 7, loss: loss, classes: 3, seed: 7)
        let sums = Workspace(for: network, instructionSet: .best).score(table)
        let mean = sums.loss / Double(sums.rows)
        #expect(sums.rows == 131)
        #expect(abs(mean - DenseTwin(network).loss(table)) < 1e-5)
    }

    @Test func `a batch in several blocks counts each row once`() {
        let network = network(.softmax, .tanh)
        let table = randomRows(150, features: 7, loss: .softmax, classes: 3, seed: 8)
        let order = (0..<150).reversed().map(Int32.init)
        let wide = Workspace(for: network, instructionSet: .best, rows: 150)
        let narrow = Workspace(for: network, instructionSet: .best, rows: 16)
        #expect(wide.width == 64)
        #expect(narrow.width == 16)
        wide.computeGradients(.ordered(order, 0..<150), of: table)
        narrow.computeGradients(.consecutive(0..<150), of: table)
        for (left, right) in zip(wide.lastGradients.weights, narrow.lastGradients.weights) {
            #expect(abs(left - right) < 1e-6)
        }
        #expect(wide.multiplyAdds == 3 * 150 * network.connectionCount)
    }

    @Test func `rows given by an order are the same as by position`() {
        let network = randomNetwork(layers: [400, 3], density: 0.1, seed: 4)
        let table = randomRows(700, features: 400, loss: .softmax, classes: 3, seed: 4)
        let workspace = Workspace(for: network, instructionSet: .best)
        workspace.computeGradients(.consecutive(600..<700), of: table)
        let byPlace = workspace.lastGradients
        workspace.computeGradients(.ordered((0..<700).map(Int32.init), 600..<700), of: table)
        #expect(workspace.lastGradients.weights == byPlace.weights)
        #expect(byPlace.weights.contains { $0 != 0 })
    }

    @Test func `scores of absent connections are gradients of connections with weight 0`() {
        let sparse = network(.softmax, .tanh)
        let table = randomRows(70, features: 7, loss: .softmax, classes: 3, seed: 9)
        let workspace = Workspace(for: sparse, instructionSet: .best)
        let scores = workspace.growthScores(
            .consecutive(0..<70), of: table, inputScales: workspace.inputScales(of: table))
        var full = sparse
        let present = Set(sparse.connections.map { [$0.source, $0.target] })
        full.add(
            zip(7..<sparse.nodeCount, sparse.possibleSourceCounts).flatMap { target, count in
                (0..<count).map { Connection(source: $0, target: target) }
            }.filter { !present.contains([$0.source, $0.target]) }
        )
        let expected = DenseTwin(full).gradients(table).weights
        let values = (0..<70).map { row in
            DenseTwin(full).values(
                (0..<7).map { Double(table.features[$0 * 70 + row]) }
            )
        }
        func square(_ node: Int) -> Double {
            values.reduce(0) { $0 + $1[node] * $1[node] } / 70
        }
        func usual(_ nodes: Range<Int>) -> Double {
            nodes.reduce(0) { $0 + square($1) } / Double(nodes.count)
        }
        let hidden = 7..<(full.nodeCount - full.outputCount)
        for (position, edge) in full.connections.enumerated() {
            let least = (edge.source < 7 ? usual(0..<7) : usual(hidden)) / 4
            let score = abs(expected[position]) * 70 / max(square(edge.source), least).squareRoot()
            let found = scores.gradients[scores.starts[edge.target - 7] + edge.source]
            #expect(abs(Double(found) - score) < 1e-3, "\(edge)")
        }
    }
}
