/// The size of a network, counting only what lies on a path from an input to an output.
public struct LiveSize: Hashable, Sendable {
    /// Number of connections on such a path.
    public let connections: Int
    /// Number of hidden nodes on such a path.
    public let hiddenNodes: Int
    /// Number of inputs at the start of such a path.
    public let inputs: Int
    /// Number of biases of live hidden nodes and of all outputs.
    public let biases: Int
}
