extension SparseNetwork {
    /// Computes the outputs for one row: the sums, before softmax or the logistic function.
    ///
    /// The result has the same bits as in training and evaluation.
    ///
    /// - Precondition: there is one number per input.
    /// - Complexity: O(nodes + connections), and it allocates memory; for many rows use a
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
