internal import Datasets
public import SparseNetworks

/// Predicts rows of raw numbers with a network that a document describes.
public struct NetworkPredictor: Sendable {
    /// The prediction for a row.
    public enum Prediction: Hashable, Sendable {
        /// The number of a class, from 0.
        case label(Int)
        /// A number, in the unit of the target.
        case value(Double)
    }

    private let network: SparseNetwork
    private let features: [Scale]
    private let target: Scale?
    private let clip: Double

    /// Reads a document.
    ///
    /// - Throws: `SnapshotError` if its network is invalid.
    public init(_ document: NetworkDocument) throws(SnapshotError) {
        network = try SparseNetwork(document.network)
        features = zip(document.scaling.mean, document.scaling.deviation).map {
            Scale(mean: $0, deviation: $1)
        }
        guard features.count == network.inputCount else {
            throw .wrongShape(
                layers: document.network.layers, nodes: document.network.nodes,
                biases: document.network.biases.count)
        }
        target = document.targetScaling.map { Scale(mean: $0.mean, deviation: $0.deviation) }
        clip = document.scaling.clip
    }

    /// Predicts one row.
    ///
    /// - Precondition: there is one number for each input.
    /// - Complexity: O(nodes + connections).
    public func predict(_ row: [Float]) -> Prediction {
        precondition(row.count == features.count, "\(row.count) of \(features.count) numbers")
        let scaled = zip(row, features).map { number, scale in
            Float(max(-clip, min(clip, scale.standardised(number))))
        }
        let outputs = network.outputs(for: scaled)
        switch network.loss {
        case .squared:
            return .value(Double(outputs[0]) * (target?.deviation ?? 1) + (target?.mean ?? 0))
        case .logistic: return .label(outputs[0] > 0 ? 1 : 0)
        case .softmax:
            let best = outputs.indices.max { outputs[$0] < outputs[$1] }
            return .label(best ?? 0)
        }
    }
}
