internal import CSparseKernels

/// Gaussian noise that is added to inputs in a training step.
///
/// With small noise, the mean loss equals the loss without noise plus a penalty on the slope of the
/// outputs with respect to the inputs (Bishop, "Training with noise is equivalent to Tikhonov
/// regularization", 1995). The noise is a pure function of key, step, input and position in the
/// batch.
public struct InputNoise: Hashable, Sendable {
    /// The standard deviation of the noise, in the units of the inputs.
    public let deviation: Double
    /// A different number for each run.
    public var key: UInt64
    /// A different number for each batch of a run.
    public var step: UInt64

    /// Sets deviation, key and step.
    ///
    /// - Precondition: the deviation is finite and not negative.
    public init(deviation: Double, key: UInt64, step: UInt64) {
        precondition(deviation >= 0 && deviation.isFinite, "a noise deviation of \(deviation)")
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
