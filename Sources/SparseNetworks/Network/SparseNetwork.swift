/// A sparse feed-forward network: a directed acyclic graph of nodes.
///
/// Nodes are numbered in topological order: inputs, hidden layers, outputs. A connection may start
/// in any earlier layer. Connections are stored as compressed rows by target; in a row, sources
/// ascend. The optimiser's moments belong to their weight and survive every edit.
public struct SparseNetwork: Hashable, Sendable {
    /// Number of nodes of each layer: inputs, hidden layers, outputs.
    public internal(set) var layerSizes: [Int]
    /// The activation function of hidden nodes.
    public let activation: HiddenActivation
    /// The meaning of the outputs, and the loss.
    public let loss: OutputLoss
    /// The start of the row of each node that is not an input, then the end of the last.
    public internal(set) var rowStarts: [Int32]
    /// The sources of all connections, by target.
    public internal(set) var sources: [Int32]
    /// The weights of all connections, by target.
    public internal(set) var weights: [Float]
    /// The biases of all nodes that are not inputs.
    public internal(set) var biases: [Float]
    /// The factors of negative sums, one per leaky hidden node; empty for other activations.
    public internal(set) var slopes: [Float]
    /// The initial values of weights and biases.
    package internal(set) var origins: Origins
    /// The moments of the optimiser.
    package internal(set) var moments: Moments

    /// Makes nodes without connections; biases and slopes are 0.
    ///
    /// - Precondition: there are at least an input layer and an output layer with nodes.
    public init(layerSizes: [Int], activation: HiddenActivation, loss: OutputLoss) {
        precondition(
            layerSizes.count >= 2 && layerSizes.allSatisfy { $0 >= 0 } && layerSizes[0] > 0
                && layerSizes[layerSizes.count - 1] > 0,
            "no network has layers of \(layerSizes)"
        )
        self.layerSizes = layerSizes
        self.activation = activation
        self.loss = loss
        let computing = layerSizes.dropFirst().reduce(0, +)
        rowStarts = Array(repeating: 0, count: computing + 1)
        sources = []
        weights = []
        biases = Array(repeating: 0, count: computing)
        let hidden = layerSizes.dropFirst().dropLast().reduce(0, +)
        slopes = Array(repeating: 0, count: activation == .leaky ? hidden : 0)
        origins = Origins(weights: [], biases: biases)
        moments = Moments(connections: 0, biases: computing, slopes: slopes.count)
    }
}

extension SparseNetwork {
    /// Number of inputs.
    public var inputCount: Int { layerSizes[0] }

    /// Number of outputs.
    public var outputCount: Int { layerSizes[layerSizes.count - 1] }

    /// Number of all nodes.
    public var nodeCount: Int { inputCount + biases.count }

    /// Number of hidden nodes, including dead ones.
    public var hiddenCount: Int { biases.count - outputCount }

    /// Number of stored connections, including dead ones.
    public var connectionCount: Int { sources.count }

    /// The nodes of a layer.
    public func nodes(ofLayer layer: Int) -> Range<Int> {
        let first = layerSizes[..<layer].reduce(0, +)
        return first..<(first + layerSizes[layer])
    }

    /// The output nodes.
    public var outputs: Range<Int> { (nodeCount - outputCount)..<nodeCount }

    /// The positions of a node's incoming connections in `sources` and `weights`.
    ///
    /// - Precondition: the node is not an input.
    public func row(of node: Int) -> Range<Int> {
        let row = node - inputCount
        return Int(rowStarts[row])..<Int(rowStarts[row + 1])
    }

    /// All connections, by target, then by source.
    public var connections: [Connection] {
        (inputCount..<nodeCount).flatMap { target in
            row(of: target).map {
                Connection(source: Int(sources[$0]), target: target, weight: weight(of: $0))
            }
        }
    }

    /// For each node that is not an input, the number of nodes in earlier layers, which are its
    /// possible sources.
    public var possibleSourceCounts: [Int] {
        var counts: [Int] = []
        var before = inputCount
        for size in layerSizes.dropFirst() {
            counts += Array(repeating: before, count: size)
            before += size
        }
        return counts
    }

    /// Number of connections that these nodes could have.
    public var possibleConnectionCount: Int { possibleSourceCounts.reduce(0, +) }
}
