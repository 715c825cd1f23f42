/// How large a network is, counting only what lies on a path from an input to an output.
public struct LiveSize: Hashable, Sendable {
    /// Connections on some path from an input to an output.
    public let connections: Int
    /// Hidden nodes on such a path.
    public let hiddenNodes: Int
    /// Inputs that feed such a path.
    public let inputs: Int
    /// Biases of live hidden nodes and of all outputs.
    public let biases: Int
}
