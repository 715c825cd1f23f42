/// A network as a document: what someone needs to compute with it elsewhere, and nothing else.
///
/// Nodes are numbered inputs, hidden layers, outputs; `biases` has one number for each node that is
/// not an input, in that order. A hidden node gives out activation(bias + Σ weight · source); an
/// output gives out that sum itself, and `output` says what it means. A leaky hidden node gives out
/// a sum above 0 itself, and any other sum times its slope.
public struct NetworkSnapshot: Hashable, Codable, Sendable {
    /// A connection by the numbers of its nodes.
    public struct Link: Hashable, Codable, Sendable {
        /// The node that it comes from.
        public let source: Int
        /// The node that it leads to.
        public let target: Int
        /// What it multiplies by.
        public let weight: Float
    }

    /// The number of nodes of each layer: inputs, hidden layers, outputs.
    public let layers: [Int]
    /// The number of all nodes.
    public let nodes: Int
    /// What a hidden node does to its sum.
    public let activation: HiddenActivation
    /// What the outputs mean.
    public let output: OutputLoss
    /// One bias a node that is not an input.
    public let biases: [Float]
    /// One slope a hidden node of a leaky network; left out for other activations.
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
