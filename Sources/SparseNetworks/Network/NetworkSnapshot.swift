/// A network as a document, with everything that is needed to compute with it elsewhere.
///
/// Nodes are numbered inputs, hidden layers, outputs; `biases` has one number for each node that is
/// not an input, in that order. The output of a hidden node is activation(bias + Σ weight ·
/// source). The output of an output node is the sum itself, and `output` says what it means. A
/// leaky hidden node multiplies sums below 0 by its slope, and does not change other sums.
public struct NetworkSnapshot: Hashable, Codable, Sendable {
    /// A connection, with the numbers of its nodes.
    public struct Link: Hashable, Codable, Sendable {
        /// The node where it starts.
        public let source: Int
        /// The node where it ends.
        public let target: Int
        /// The factor of the source's output.
        public let weight: Float
    }

    /// Number of nodes of each layer: inputs, hidden layers, outputs.
    public let layers: [Int]
    /// Number of all nodes.
    public let nodes: Int
    /// The activation function of hidden nodes.
    public let activation: HiddenActivation
    /// The meaning of the outputs.
    public let output: OutputLoss
    /// One bias per node that is not an input.
    public let biases: [Float]
    /// One slope per hidden node of a leaky network; omitted for other activations.
    public let slopes: [Float]?
    /// All connections, by target, then by source.
    public let connections: [Link]

    /// Describes a network.
    public init(_ network: SparseNetwork) {
        layers = network.layerSizes
        nodes = network.nodeCount
        activation = network.activation
        output = network.loss
        biases = network.biases
        slopes = network.activation == .leaky ? network.slopes : nil
        connections = network.connections.map {
            Link(source: $0.source, target: $0.target, weight: $0.weight)
        }
    }
}
