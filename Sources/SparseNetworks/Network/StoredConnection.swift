/// A connection with what the optimiser remembers about it.
struct StoredConnection {
    var source: Int
    var target: Int
    var weight: Float
    /// What the weight was at first.
    var origin: Float
    var first: Float = 0
    var second: Float = 0

    /// By target, then by source.
    static func < (left: Self, right: Self) -> Bool {
        (left.target, left.source) < (right.target, right.source)
    }
}
