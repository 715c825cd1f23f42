/// Why a document describes no network.
public enum SnapshotError: Error, Hashable {
    /// Numbers of nodes, layers and biases contradict each other.
    case wrongShape(layers: [Int], nodes: Int, biases: Int)
    /// The slopes are not one a hidden node of a leaky network, or none for other activations.
    case wrongSlopes(expected: Int, found: Int)
    /// A connection leads backwards, out of the network, or is there twice.
    case wrongConnection(source: Int, target: Int)
}
