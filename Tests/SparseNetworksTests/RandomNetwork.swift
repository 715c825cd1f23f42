import Randomness
import SparseNetworks

/// A network with random connections, weights and biases, for tests.
func randomNetwork(
    layers: [Int],
    density: Double,
    activation: HiddenActivation = .tanh,
    loss: OutputLoss = .softmax,
    seed: UInt64
) -> SparseNetwork {
    var generator = Seed(rawValue: seed).generator()
    var network = SparseNetwork(layerSizes: layers, activation: activation, loss: loss)
    var connections: [Connection] = []
    for (row, possible) in network.possibleSourceCounts.enumerated() {
        for source in 0..<possible where generator.chance(density) {
            connections.append(
                Connection(
                    source: source,
                    target: network.inputCount + row,
                    weight: Float(0.5 * generator.normal())
                )
            )
        }
    }
    network.add(connections)
    return network
}

/// Rows with random features and targets, for tests.
func randomRows(
    _ count: Int,
    features: Int,
    loss: OutputLoss,
    classes: Int,
    seed: UInt64
) -> RowTable {
    var generator = Seed(rawValue: seed).generator()
    let numbers = (0..<(count * features)).map { _ in Float(generator.normal()) }
    switch loss {
    case .softmax, .logistic:
        let labels = (0..<count).map { _ in
            Int32(generator.integer(below: loss == .logistic ? 2 : classes))
        }
        return RowTable(features: numbers, featureCount: features, targets: .classes(labels))
    case .squared:
        let values = (0..<count).map { _ in Float(generator.normal()) }
        return RowTable(features: numbers, featureCount: features, targets: .values(values))
    }
}
