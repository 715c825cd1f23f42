internal import CSparseKernels

extension Workspace {
    /// Returns the Euclidean norm of the gradients of all weights, biases and slopes.
    ///
    /// - Complexity: O(parameters); allocates nothing.
    public func gradientNorm() -> Double {
        unsafe kernels.pointee.square_sum(gradients.pointer, Int64(gradients.count)).squareRoot()
    }

    /// Multiplies the gradients of all weights, biases and slopes by a factor, to clip their norm.
    ///
    /// - Complexity: O(parameters); allocates nothing.
    public func scaleGradients(by factor: Double) {
        unsafe kernels.pointee.multiply(gradients.pointer, Int64(gradients.count), Float(factor))
    }

    /// The gradients of the last batch, in the order of the network's weights, biases and slopes.
    package var lastGradients: (weights: [Float], biases: [Float], slopes: [Float]) {
        let end = biasOffset + nodeCount - inputCount
        return (
            gradients.array(0..<weightCount), gradients.array(biasOffset..<end),
            gradients.array(slopes)
        )
    }
}
