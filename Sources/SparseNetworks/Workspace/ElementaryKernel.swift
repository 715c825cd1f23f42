internal import CSparseKernels

/// The elementary functions of the kernels, for tests.
package enum ElementaryKernel: CaseIterable {
    case exponential, logarithm, hyperbolicTangent

    /// Computes the function for some numbers.
    package func callAsFunction(_ numbers: [Float], on set: InstructionSet) -> [Float] {
        let whole = Workspace.wholeVectors(numbers.count)
        let buffer = AlignedBuffer(count: whole, filledWith: Float(1))
        buffer.copy(numbers, at: 0)
        let kernels = unsafe set.kernels.pointee
        switch self {
        case .exponential: unsafe kernels.exponential(buffer.pointer, Int64(whole))
        case .logarithm: unsafe kernels.logarithm(buffer.pointer, Int64(whole))
        case .hyperbolicTangent:
            unsafe kernels.activate(buffer.pointer, Int64(whole), Int32(SPARSE_TANH))
        }
        return buffer.array(0..<numbers.count)
    }
}
