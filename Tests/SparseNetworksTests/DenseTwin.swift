import Randomness
import SparseNetworks

/// The same network in a simple form: double precision, with one matrix of weights.
struct DenseTwin {
    let network: SparseNetwork
    var weights: [[Double]]
    var biases: [Double]
    var slopes: [Double]

    init(_ network: SparseNetwork) {
        self.network = network
        weights = Array(
            repeating: Array(repeating: 0, count: network.nodeCount),
            count: network.nodeCount
        )
        for connection in network.connections {
            weights[connection.target][connection.source] = Double(connection.weight)
        }
        biases = network.biases.map(Double.init)
        slopes = network.slopes.map(Double.init)
    }

    func values(_ inputs: [Double]) -> [Double] {
        var values = inputs
        for node in network.inputCount..<network.nodeCount {
            var sum = biases[node - network.inputCount]
            for source in 0..<node { sum += weights[node][source] * values[source] }
            values.append(network.outputs.contains(node) ? sum : activated(sum, node))
        }
        return values
    }

    private func activated(_ sum: Double, _ node: Int) -> Double {
        switch network.activation {
        case .relu: return max(sum, 0)
        case .leaky: return sum > 0 ? sum : slopes[node - network.inputCount] * sum
        case .tanh:
            let power = Elementary.exp(2 * sum)
            return (power - 1) / (power + 1)
        }
    }

    /// The mean loss over some rows.
    func loss(_ table: RowTable) -> Double {
        var total = 0.0
        for row in 0..<table.rowCount {
            let outputs = values(inputs(row, table))[network.outputs.lowerBound...]
            total += loss(Array(outputs), row, table)
        }
        return total / Double(table.rowCount)
    }

    private func inputs(_ row: Int, _ table: RowTable) -> [Double] {
        (0..<table.featureCount).map { Double(table.features[$0 * table.rowCount + row]) }
    }

    private func loss(_ outputs: [Double], _ row: Int, _ table: RowTable) -> Double {
        switch table.targets {
        case .values(let values, let width):
            return outputs.indices.reduce(0) { sum, output in
                let error = outputs[output] - Double(values[row * width + output])
                return sum + 0.5 * error * error
            }
        case .classes(let labels) where network.loss == .logistic:
            let margin = labels[row] == 1 ? outputs[0] : -outputs[0]
            return Elementary.log(1 + Elementary.exp(-margin))
        case .classes(let labels):
            let total = outputs.reduce(0) { $0 + Elementary.exp($1) }
            return Elementary.log(total) - outputs[Int(labels[row])]
        }
    }

    /// ∂(mean loss)/∂weight and ∂(mean loss)/∂bias by the chain rule, weights by connection.
    func gradients(_ table: RowTable) -> (weights: [Double], biases: [Double]) {
        var byPair = weights.map { $0.map { _ in 0.0 } }
        var byBias = biases.map { _ in 0.0 }
        for row in 0..<table.rowCount {
            let values = values(inputs(row, table))
            var deltas = errors(values, row, table)
            for node in (network.inputCount..<network.nodeCount).reversed() {
                if !network.outputs.contains(node) {
                    let slope =
                        network.activation == .relu
                        ? (values[node] > 0 ? 1 : 0) : 1 - values[node] * values[node]
                    deltas[node] *= slope
                }
                byBias[node - network.inputCount] += deltas[node]
                for source in 0..<node {
                    byPair[node][source] += deltas[node] * values[source]
                    deltas[source] += deltas[node] * weights[node][source]
                }
            }
        }
        let count = Double(table.rowCount)
        return (
            network.connections.map { byPair[$0.target][$0.source] / count },
            byBias.map { $0 / count }
        )
    }

    private func errors(_ values: [Double], _ row: Int, _ table: RowTable) -> [Double] {
        var deltas = values.map { _ in 0.0 }
        let first = network.outputs.lowerBound
        switch table.targets {
        case .values(let wanted, let width):
            for output in network.outputs {
                deltas[output] = values[output] - Double(wanted[row * width + output - first])
            }
        case .classes(let labels) where network.loss == .logistic:
            deltas[first] = 1 / (1 + Elementary.exp(-values[first])) - Double(labels[row])
        case .classes(let labels):
            let total = network.outputs.reduce(0) { $0 + Elementary.exp(values[$1]) }
            for output in network.outputs {
                let hit = output - first == Int(labels[row]) ? 1.0 : 0
                deltas[output] = Elementary.exp(values[output]) / total - hit
            }
        }
        return deltas
    }
}
