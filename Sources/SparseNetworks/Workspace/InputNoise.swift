internal import CSparseKernels

/// Gaussian noise that is added to inputs in a training step.
///
/// With small noise, the mean loss is that without it and a penalty on how steeply outputs follow
/// the inputs (Bishop, "Training with noise is equivalent to Tikhonov regularization", 1995). The
/// noise is a pure function of key, step, input and place in the batch.
public struct InputNoise: Hashable, Sendable {
    /// The standard deviation of the noise, in the units of the inputs.
    public let deviation: Double
    /// What tells apart runs.
    public var key: UInt64
    /// What tells apart the batches of a run.
    public var step: UInt64

    /// Fixes deviation, key and step.
    ///
    /// - Precondition: the deviation is finite and not negative.
    public init(deviation: Double, key: UInt64, step: UInt64) {
        precondition(deviation >= 0 && deviation.isFinite, "no noise deviates by \(deviation)")
        self.deviation = deviation
        self.key = key
        self.step = step
    }

    /// What the kernel wants to know for a block, or `nil` if nothing is added.
    func kernelArgument(position: Int) -> sparse_noise? {
        guard deviation > 0 else { return nil }
        return sparse_noise(
            key: key,
            step: step,
            position: UInt32(truncatingIfNeeded: position),
            deviation: Float(deviation)
        )
    }
}
