/// A connection with its origin and the optimiser's moments.
struct StoredConnection {
    var source: Int
    var target: Int
    var weight: Float
    /// The weight with which the connection was added.
    var origin: Float
    var first: Float = 0
    var second: Float = 0

    /// Orders by target, then by source.
    static func < (left: Self, right: Self) -> Bool {
        (left.target, left.source) < (right.target, right.source)
    }
}
