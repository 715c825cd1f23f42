/// A hidden node that is not yet in the network.
public struct CandidateNode: Hashable, Sendable {
    /// The inputs and hidden nodes that it reads.
    public let sources: [Int]
    /// One weight a source.
    public var weights: [Float]
    /// Its bias.
    public var bias: Float
    /// Covariance of what it gives out with each output's error; empty until it was measured.
    public var covariances: [Float] = []

    /// Proposes a node.
    public init(sources: [Int], weights: [Float], bias: Float) {
        self.sources = sources
        self.weights = weights
        self.bias = bias
    }
}
