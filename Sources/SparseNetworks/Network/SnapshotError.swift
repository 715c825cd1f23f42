/// Why a document is not a valid network.
public enum SnapshotError: Error, Hashable {
    /// The numbers of nodes, layers and biases contradict each other.
    case wrongShape(layers: [Int], nodes: Int, biases: Int)
    /// There is not one slope per hidden node of a leaky network, or there are slopes for another
    /// activation.
    case wrongSlopes(expected: Int, found: Int)
    /// A connection leads backwards or out of the network, or occurs twice.
    case wrongConnection(source: Int, target: Int)
}
