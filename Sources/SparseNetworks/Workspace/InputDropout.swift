internal import CSparseKernels

/// Which values of inputs are left out of a training step.
///
/// Each value is zeroed with probability `rate`, and the others are multiplied by 1/(1 − rate), so
/// that sums keep their mean (Srivastava et al., "Dropout", 2014; the scaling is the one that needs
/// no change at test time). The choice is a pure function of key, step, input and place in the
/// batch.
public struct InputDropout: Hashable, Sendable {
    /// The probability with which a value is zeroed, in [0, 1), to a multiple of 2⁻³².
    public let rate: Double
    /// What tells apart runs.
    public var key: UInt64
    /// What tells apart the batches of a run.
    public var step: UInt64

    /// Fixes rate, key and step.
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
