/// Where the weight of each connection stands among a network's weights.
///
/// Each connection has its own weight today, at the connection's position, so nothing is stored.
/// This is the place to change if connections are to share weights, as in a convolution; in the
/// kernels it is `weight_of` for the forward pass and `column_weight` for the backward pass.
struct WeightIndex {
    /// How many weights there are.
    let count: Int

    /// The place of a connection's weight; connections are counted by target, then by source.
    subscript(connection: Int) -> Int { connection }
}

extension SparseNetwork {
    /// Where the weights of this network's connections stand.
    var weightIndex: WeightIndex { WeightIndex(count: connectionCount) }

    /// The weight of a connection.
    ///
    /// - Parameter connection: its position in `sources`.
    public func weight(of connection: Int) -> Float { weights[weightIndex[connection]] }
}
