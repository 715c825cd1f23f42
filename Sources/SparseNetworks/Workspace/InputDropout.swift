internal import CSparseKernels

/// Input dropout in a training step.
///
/// Each value is set to 0 with probability `rate`, and the others are multiplied by 1/(1 − rate),
/// so that sums keep their mean (Srivastava et al., "Dropout", 2014; with this scaling nothing
/// changes at test time). The choice is a pure function of key, step, input and position in the
/// batch.
public struct InputDropout: Hashable, Sendable {
    /// The probability that a value is set to 0, in [0, 1), to a multiple of 2⁻³².
    public let rate: Double
    /// A different number for each run.
    public var key: UInt64
    /// A different number for each batch of a run.
    public var step: UInt64

    /// Sets rate, key and step.
    ///
    /// - Precondition: the rate is in [0, 1).
    public init(rate: Double, key: UInt64, step: UInt64) {
        precondition((0..<1).contains(rate), "a rate of \(rate) is not in [0, 1)")
        self.rate = rate
        self.key = key
        self.step = step
    }

    /// What the kernel wants to know for a block, or `nil` if all values stay.
    func kernelArgument(position: Int) -> sparse_dropout? {
        let threshold = UInt32(rate * 0x1p32)
        guard threshold > 0 else { return nil }
        return sparse_dropout(
            key: key,
            step: step,
            position: UInt32(truncatingIfNeeded: position),
            threshold: threshold,
            scale: Float(1 / (1 - rate))
        )
    }
}
