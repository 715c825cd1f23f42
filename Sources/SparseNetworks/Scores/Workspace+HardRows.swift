internal import CSparseKernels

extension Workspace {
    /// What a network makes of a sample, without a look at what it might make of it.
    private struct Survey {
        /// Σ |∂L/∂z| of the outputs, one number a row.
        var errors: [Float]
        /// Σ x² of inputs and hidden nodes; of inputs that feed nothing it says nothing.
        var squares: [Float]
    }

    /// Scores all pairs of nodes that a connection might join, on the rows of a sample that err
    /// most.
    ///
    /// In a network that is nearly right, few rows make up almost the whole gradient, so this comes
    /// near to scoring the whole sample, and costs little more than scoring those few. What hidden
    /// nodes give out is measured on the whole sample.
    ///
    /// - Complexity: O(rows · connections + count · possible connections).
    ///
    /// - Parameters:
    ///   - count: the rows to score; of equal errors, the earlier row is taken.
    ///   - inputScales: what `inputScales(of:)` gives for the table.
    public func growthScores(
        onHardest count: Int, of sample: RowSelection, of table: RowTable, inputScales: [Float]
    ) -> GrowthScores {
        guard count < sample.count else {
            return growthScores(sample, of: table, inputScales: inputScales)
        }
        let survey = survey(sample, of: table)
        let ranked = survey.errors.indices.sorted {
            (survey.errors[$1], $0) < (survey.errors[$0], $1)
        }
        let rows = sample.rows
        let hardest = ranked.prefix(count).sorted().map { rows[$0] }
        let hiddenScales = survey.squares[inputCount...].map {
            ($0 / Float(sample.count)).squareRoot()
        }
        return growthScores(
            .ordered(hardest, hardest.indices), of: table, inputScales: inputScales,
            hiddenScales: hiddenScales)
    }

    private func survey(_ sample: RowSelection, of table: RowTable) -> Survey {
        let before = multiplyAdds
        defer { scoringMultiplyAdds += multiplyAdds - before }
        let squares = AlignedBuffer(count: sourceCount, filledWith: Float(0))
        var errors: [Float] = []
        errors.reserveCapacity(sample.count)
        for offset in stride(from: 0, to: sample.count, by: width) {
            let block = sample.part(offset, min(width, sample.count - offset))
            evaluateErrors(block, of: table, scale: 1)
            for column in 0..<block.count {
                let error = outputError(inColumn: column)
                errors.append(error.isFinite ? error : .infinity)
            }
            zeroPadding(from: block.count)
            unsafe kernels.pointee.squares(
                pass.values, Int32(sourceCount), Int32(width), squares.pointer)
            multiplyAdds += block.count * sourceCount
        }
        return Survey(errors: errors, squares: squares.array(0..<sourceCount))
    }

    private func outputError(inColumn column: Int) -> Float {
        (sourceCount..<nodeCount).reduce(Float(0)) {
            unsafe $0 + abs(pass.deltas[$1 * width + column])
        }
    }

    /// The nodes that may feed others.
    private var sourceCount: Int { nodeCount - outputCount }
}
