internal import CSparseKernels

extension Workspace {
    private func gatherTargets(_ selection: RowSelection, from table: RowTable) {
        if case .values(_, let count) = table.targets {
            precondition(count == outputCount, "\(count) numbers a row for \(outputCount) outputs")
        }
        for column in 0..<selection.count {
            let row =
                switch selection {
                case .consecutive(let range): range.lowerBound + column
                case .ordered(let order, let range): Int(order[range.lowerBound + column])
                }
            switch table.targets {
            case .classes(let classes): labels[column] = classes[row]
            case .values(let numbers, let count):
                for output in 0..<count {
                    wanted[output * width + column] = numbers[row * count + output]
                }
            }
        }
    }

    private func targets(rows: Int) -> sparse_targets {
        unsafe sparse_targets(
            loss: lossCode,
            rows: Int32(rows),
            labels: labels.pointer,
            values: wanted.pointer,
            weights: nil
        )
    }

    /// Computes all nodes of the current block from its inputs.
    func forward(rows: Int) {
        unsafe kernels.pointee.forward(&pass)
        multiplyAdds += rows * connectionCount
    }

    /// Adds the gradients of the current block to those of the batch.
    func backward(rows: Int) {
        unsafe kernels.pointee.backward(&pass, pass.input_count)
        multiplyAdds += 2 * rows * connectionCount
    }

    /// Fills a block with rows, and computes outputs and their deltas.
    func evaluateErrors(
        _ selection: RowSelection,
        of table: RowTable,
        scale: Float,
        everyInput: Bool = false,
        disturb: () -> Void = {}
    ) {
        gather(selection, from: table, everyInput: everyInput)
        disturb()
        gatherTargets(selection, from: table)
        forward(rows: selection.count)
        var targets = unsafe targets(rows: selection.count)
        if !classWeights.isEmpty && lossCode != OutputLoss.squared.kernelCode {
            for column in 0..<selection.count {
                rowWeights[column] = classWeights[Int(labels[column])]
            }
            unsafe targets.weights = UnsafePointer(rowWeights.pointer)
        }
        unsafe kernels.pointee.residuals(&pass, &targets, scale)
    }

    /// Computes the mean gradient of the loss over a batch.
    ///
    /// - Parameter disturbance: changes of the inputs; for a row they depend on its position in the
    ///   batch, not on the width of blocks.
    /// - Complexity: O(rows · connections); allocates nothing.
    public func computeGradients(
        _ batch: RowSelection,
        of table: RowTable,
        disturbance: InputDisturbance? = nil
    ) {
        gradients.fill(with: 0)
        let scale = 1 / Float(batch.count)
        for offset in stride(from: 0, to: batch.count, by: width) {
            let block = batch.part(offset, min(width, batch.count - offset))
            evaluateErrors(block, of: table, scale: scale) {
                if let disturbance { disturb(disturbance, position: offset) }
            }
            backward(rows: block.count)
        }
    }

    /// Judges the outputs on a whole table.
    ///
    /// - Complexity: O(rows · connections); allocates nothing.
    public func score(_ table: RowTable) -> ScoreSums {
        var sums = ScoreSums()
        var kernelSums = sparse_score()
        for start in stride(from: 0, to: table.rowCount, by: width) {
            let block = RowSelection.consecutive(start..<min(start + width, table.rowCount))
            gather(block, from: table)
            gatherTargets(block, from: table)
            forward(rows: block.count)
            var targets = unsafe targets(rows: block.count)
            unsafe kernels.pointee.score(&pass, &targets, &kernelSums)
        }
        sums.rows = table.rowCount
        sums.loss = kernelSums.loss
        sums.squaredError = kernelSums.squared_error
        sums.correct = Int(kernelSums.correct)
        return sums
    }

    /// Tells whether all weights, biases and slopes are finite.
    public var isFinite: Bool {
        unsafe sparse_all_finite(parameters.pointer, Int64(parameters.count)) != 0
    }
}
