internal import CSparseKernels

extension Workspace {
    /// The errors of a sample, and the scales of its nodes.
    private struct Survey {
        /// Σ |∂L/∂z| of the outputs, one number per row.
        var errors: [Float]
        /// Σ x² of inputs and hidden nodes; not valid for inputs without connections.
        var squares: [Float]
    }

    /// Scores all pairs of nodes that a connection could join, on the rows of a sample with the
    /// largest errors.
    ///
    /// In a network that is nearly right, a few rows make up almost the whole gradient. So the
    /// result is close to that for the whole sample, and costs little more than scoring these few
    /// rows. The outputs of hidden nodes are measured on the whole sample.
    ///
    /// - Complexity: O(rows · connections + count · possible connections).
    ///
    /// - Parameters:
    ///   - count: the number of rows to score; if errors are equal, the earlier row is used.
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

    /// Number of nodes that may be sources of connections.
    private var sourceCount: Int { nodeCount - outputCount }
}
