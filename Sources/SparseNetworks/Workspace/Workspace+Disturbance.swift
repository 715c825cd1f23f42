internal import CSparseKernels

extension Workspace {
    /// Adds noise to the inputs of the current block that have connections, and applies dropout.
    ///
    /// Columns that count for nothing are disturbed, too; no sum that is kept sees them.
    ///
    /// - Parameter position: the position in the batch of the block's first column.
    func disturb(_ disturbance: InputDisturbance, position: Int) {
        unsafe withUsedInputs { inputs, count in
            if var noise = disturbance.noise?.kernelArgument(position: position) {
                unsafe kernels.pointee.disturb(&noise, inputs, count, Int32(width), pass.values)
            }
            if var dropout = disturbance.dropout?.kernelArgument(position: position) {
                unsafe kernels.pointee.drop(&dropout, inputs, count, Int32(width), pass.values)
            }
        }
    }

    private func withUsedInputs(_ body: (UnsafePointer<Int>, Int64) -> Void) {
        unsafe usedInputs.withUnsafeBufferPointer { inputs in
            guard let first = inputs.baseAddress else { return }
            unsafe body(first, Int64(inputs.count))
        }
    }

    /// What the inputs of the current block give out, `[input × width]`: a look at what dropout and
    /// noise did, for tests.
    package var inputValues: [Float] {
        (0..<(inputCount * width)).map { unsafe pass.values[$0] }
    }
}
