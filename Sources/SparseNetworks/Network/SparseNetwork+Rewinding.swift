extension SparseNetwork {
    /// Takes back all that was learnt: weights and biases are again what they were at first, slopes
    /// are 0, and the optimiser remembers nothing.
    ///
    /// A connection that came with a weight of 0, as those that the gradient chooses do, gets a
    /// weight as in a new network; only with 0 on both sides, a hidden node would never learn.
    /// Source: Frankle and Carbin 2019 ("The lottery ticket hypothesis").
    ///
    /// - Parameter weight: a new weight, given the fan-in of the target.
    /// - Complexity: O(nodes + connections).
    public mutating func rewind(orDrawing weight: (_ fanIn: Int) -> Float) {
        let earlier = origins
        setWeights(weight)
        for (position, origin) in earlier.weights.enumerated() where origin != 0 {
            weights[position] = origin
        }
        biases = earlier.biases
        forget()
    }

    /// Draws all weights anew; biases and slopes are 0, and the optimiser remembers nothing.
    ///
    /// - Parameter weight: a new weight, given the fan-in of the target.
    /// - Complexity: O(nodes + connections).
    public mutating func reinitialise(drawing weight: (_ fanIn: Int) -> Float) {
        setWeights(weight)
        biases = Array(repeating: 0, count: biases.count)
        forget()
    }

    private mutating func forget() {
        origins = Origins(weights: weights, biases: biases)
        slopes = Array(repeating: 0, count: slopes.count)
        moments = Moments(
            connections: connectionCount, biases: biases.count, slopes: slopes.count)
    }
}
