internal import CSparseKernels

/// Leaves out input values at random, and enlarges the others so that their mean stays.
///
/// Which values is a pure function of key, block, input and column, so a batch can be trained again
/// on any machine. Source: Srivastava et al., "Dropout", 2014.
public struct InputDropout: Hashable, Sendable {
    /// Share of the values that is left out (0..<1).
    public let rate: Double
    /// What tells one step from another.
    public let key: UInt64

    /// The key, mixed well, since the kernel combines it with the place by nothing but XOR.
    ///
    /// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
    fileprivate var mixedKey: UInt32 {
        var mixed = key &+ 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return UInt32(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> 32)
    }

    /// Fixes which values are left out.
    public init(rate: Double, key: UInt64) {
        precondition((0..<1).contains(rate), "dropout of \(rate)")
        self.rate = rate
        self.key = key
    }

    /// The dropout of one block of a batch.
    func part(_ block: Int) -> InputDropout {
        InputDropout(rate: rate, key: key &+ UInt64(block) << 53)
    }
}

extension Workspace {
    /// Leaves out values of the inputs that feed connections, in the current block.
    func drop(_ dropout: InputDropout) {
        unsafe kernels.pointee.drop(
            pass.values,
            usedInputNumbers.pointer,
            Int32(usedInputs.count),
            Int32(width),
            dropout.mixedKey,
            UInt32(dropout.rate * 0x1p32),
            Float(1 / (1 - dropout.rate))
        )
    }
}
