/// A connection of two nodes.
public struct Connection: Hashable, Sendable {
    /// The node that it comes from.
    public let source: Int
    /// The node where it ends, in a later layer.
    public let target: Int
    /// What it multiplies by.
    public let weight: Float

    /// Connects two nodes.
    public init(source: Int, target: Int, weight: Float = 0) {
        self.source = source
        self.target = target
        self.weight = weight
    }
}
