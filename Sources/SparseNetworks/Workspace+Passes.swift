internal import CSparseKernels

/// What a network's outputs are worth on some rows, summed over rows.
public struct ScoreSums: Hashable, Sendable {
    /// The rows that were seen.
    public internal(set) var rows = 0
    /// The loss (nats, or half of the squared error).
    public internal(set) var loss = 0.0
    /// The squared error of outputs that are numbers.
    public internal(set) var squaredError = 0.0
    /// The rows whose class was right.
    public internal(set) var correct = 0
}

/// Which rows of a table a block or a batch has.
public enum RowSelection {
    /// Consecutive rows.
    case consecutive(Range<Int>)
    /// A range of an order of rows.
    case ordered([Int32], Range<Int>)

    /// How many rows are selected.
    public var count: Int {
        switch self {
        case .consecutive(let range), .ordered(_, let range): range.count
        }
    }

    /// A part, counted from the start of the selection.
    func part(_ offset: Int, _ length: Int) -> RowSelection {
        switch self {
        case .consecutive(let range):
            .consecutive((range.lowerBound + offset)..<(range.lowerBound + offset + length))
        case .ordered(let order, let range):
            .ordered(order, (range.lowerBound + offset)..<(range.lowerBound + offset + length))
        }
    }
}

extension Workspace {
    private func gatherTargets(_ selection: RowSelection, from table: RowTable) {
        for column in 0..<selection.count {
            let row =
                switch selection {
                case .consecutive(let range): range.lowerBound + column
                case .ordered(let order, let range): Int(order[range.lowerBound + column])
                }
            switch table.targets {
            case .classes(let classes): labels[column] = classes[row]
            case .values(let numbers): wanted[column] = numbers[row]
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

    /// Fills a block with rows, and computes outputs and the deltas of the outputs.
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
    /// - Parameter disturbance: what is done to the inputs; for a row it depends on its place in
    ///   the batch, not on the width of blocks.
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
