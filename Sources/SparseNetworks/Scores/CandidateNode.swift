/// A hidden node that is not yet in the network.
public struct CandidateNode: Hashable, Sendable {
    /// The inputs and hidden nodes that it reads.
    public let sources: [Int]
    /// One weight per source.
    public var weights: [Float]
    /// Its bias.
    public var bias: Float
    /// Covariance of its output with the error of each output node; empty until it is measured.
    public var covariances: [Float] = []

    /// Describes a node.
    public init(sources: [Int], weights: [Float], bias: Float) {
        self.sources = sources
        self.weights = weights
        self.bias = bias
    }
}
