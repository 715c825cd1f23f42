internal import CSparseKernels

extension SparseNetwork {
    /// Computes the outputs for one row: sums, before softmax or logistic function.
    ///
    /// The bits are those that training and evaluation see.
    ///
    /// - Precondition: there is one number for each input.
    /// - Complexity: O(nodes + connections), with memory taken anew; for many rows use a
    ///   `Workspace`.
    public func outputs(
        for inputs: [Float],
        instructionSet: InstructionSet = .baseline
    ) -> [Float] {
        precondition(inputs.count == inputCount, "\(inputs.count) numbers for \(inputCount) inputs")
        let table = RowTable(features: inputs, featureCount: inputCount, targets: .values([0]))
        let workspace = Workspace(for: self, instructionSet: instructionSet, rows: 1)
        workspace.gather(.consecutive(0..<1), from: table)
        workspace.forward(rows: 1)
        return outputs.map { workspace.values[$0 * workspace.width] }
    }
}

/// The elementary functions of the kernels, one number at a time.
package enum ElementaryKernel: CaseIterable {
    case exponential, logarithm, hyperbolicTangent

    /// Computes the function of some numbers.
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
