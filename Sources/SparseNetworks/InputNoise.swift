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
}

/// What a training step does to the values of inputs before it learns from them.
public struct InputDisturbance: Hashable, Sendable {
    /// Noise, which comes first.
    public let noise: InputNoise?
    /// What is left out; a value that is left out is 0, without noise.
    public let dropout: InputDropout?

    /// Fixes what is done, if anything.
    public init(noise: InputNoise? = nil, dropout: InputDropout? = nil) {
        self.noise = noise
        self.dropout = dropout
    }
}

extension Workspace {
    /// Disturbs the inputs of the current block that feed some connection.
    ///
    /// - Parameter position: the place in the batch of the block's first column.
    func disturb(_ disturbance: InputDisturbance, position: Int) {
        if let noise = disturbance.noise, noise.deviation > 0 { add(noise, position: position) }
        if let dropout = disturbance.dropout?.kernelArgument(position: position) { drop(dropout) }
    }

    /// Columns that count for nothing get noise, too; no sum that is kept sees it.
    private func add(_ noise: InputNoise, position: Int) {
        var argument = sparse_noise(
            key: noise.key,
            step: noise.step,
            position: UInt32(truncatingIfNeeded: position),
            deviation: Float(noise.deviation)
        )
        unsafe usedInputs.withUnsafeBufferPointer { inputs in
            guard let first = inputs.baseAddress else { return }
            unsafe kernels.pointee.disturb(
                &argument,
                first,
                Int64(inputs.count),
                Int32(width),
                pass.values
            )
        }
    }
}
