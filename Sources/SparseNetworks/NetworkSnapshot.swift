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

/// Why a document describes no network.
public enum SnapshotError: Error, Hashable {
    /// Numbers of nodes, layers and biases contradict each other.
    case wrongShape(layers: [Int], nodes: Int, biases: Int)
    /// The slopes are not one a hidden node of a leaky network, or none for other activations.
    case wrongSlopes(expected: Int, found: Int)
    /// A connection leads backwards, out of the network, or is there twice.
    case wrongConnection(source: Int, target: Int)
}

extension SparseNetwork {
    /// Reads a document; the optimiser starts anew.
    public init(_ snapshot: NetworkSnapshot) throws(SnapshotError) {
        let layers = snapshot.layers
        guard layers.count >= 2, layers.allSatisfy({ $0 >= 0 }), let inputs = layers.first,
            let outputs = layers.last, inputs > 0, outputs > 0,
            layers.reduce(0, +) == snapshot.nodes,
            snapshot.biases.count == snapshot.nodes - inputs
        else {
            throw .wrongShape(
                layers: layers,
                nodes: snapshot.nodes,
                biases: snapshot.biases.count
            )
        }
        self.init(layerSizes: layers, activation: snapshot.activation, loss: snapshot.output)
        guard slopes.count == snapshot.slopes?.count ?? 0 else {
            throw .wrongSlopes(expected: slopes.count, found: snapshot.slopes?.count ?? 0)
        }
        let possible = possibleSourceCounts
        var last = (target: -1, source: -1)
        for link in snapshot.connections {
            guard (inputs..<nodeCount).contains(link.target),
                (0..<possible[link.target - inputs]).contains(link.source),
                (link.target, link.source) > last
            else { throw .wrongConnection(source: link.source, target: link.target) }
            last = (link.target, link.source)
        }
        add(
            snapshot.connections.map {
                Connection(source: $0.source, target: $0.target, weight: $0.weight)
            }
        )
        biases = snapshot.biases
        origins.biases = biases
        slopes = snapshot.slopes ?? []
    }
}
