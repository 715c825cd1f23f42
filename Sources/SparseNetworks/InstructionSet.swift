internal import CSparseKernels

/// The instruction sets of the kernels, by register width; all give the same bits at different
/// speeds.
public enum InstructionSet: Int32, CaseIterable, Hashable, Sendable {
    /// The set that every processor of the architecture has.
    case baseline = 0
    /// x86-64-v3: 256 bits (AVX2).
    case v3 = 1
    /// x86-64-v4: 512 bits (AVX-512).
    case v4 = 2

    /// The sets that this processor has, narrowest first.
    public static let available = allCases.filter { unsafe sparse_kernels_for($0.rawValue) != nil }

    /// The widest set that this processor has.
    public static let best = available.last ?? .baseline

    /// - Precondition: the processor has the set.
    var kernels: UnsafePointer<sparse_kernels> {
        guard let kernels = unsafe sparse_kernels_for(rawValue) else {
            preconditionFailure("this processor lacks the instruction set \(self)")
        }
        return unsafe kernels
    }
}
