extension SparseNetwork {
    /// Resets the network: weights and biases get their origins; slopes and moments are 0.
    ///
    /// A connection that was added with weight 0, as the gradient criterion does, gets a new random
    /// weight: with weights of 0 on both sides, a hidden node would never learn. Source: Frankle
    /// and Carbin 2019 ("The lottery ticket hypothesis").
    ///
    /// - Parameter weight: returns a new weight, given the fan-in of the target.
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

    /// Draws all weights again; biases, slopes and moments are 0.
    ///
    /// - Parameter weight: returns a new weight, given the fan-in of the target.
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
