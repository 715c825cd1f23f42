internal import CSparseKernels

extension Workspace {
    /// Scores all pairs of nodes that a connection could join.
    ///
    /// Division by rms(x) makes the score the first-order gain per unit of *contribution*, so that
    /// a large input is not preferred only because of its size.
    ///
    /// - Complexity: O(rows · possible connections).
    ///
    /// - Parameters:
    ///   - inputScales: what `inputScales(of:)` gives for the table.
    ///   - hiddenScales: the same for hidden nodes, if it must not come from the sample.
    public func growthScores(
        _ sample: RowSelection, of table: RowTable, inputScales: [Float],
        hiddenScales: [Float]? = nil
    ) -> GrowthScores {
        let earlierMultiplyAdds = multiplyAdds
        defer { scoringMultiplyAdds += multiplyAdds - earlierMultiplyAdds }
        var starts = [0]
        for count in possibleSourceCounts { starts.append(starts[starts.count - 1] + count) }
        let products = AlignedBuffer(count: starts[starts.count - 1], filledWith: Float(0))
        let sourceCount = nodeCount - outputCount
        let squares = AlignedBuffer(count: sourceCount, filledWith: Float(0))
        var residuals = Array(
            repeating: Float(0),
            count: outputCount * sample.count
        )
        for offset in stride(from: 0, to: sample.count, by: width) {
            let block = sample.part(offset, min(width, sample.count - offset))
            evaluateErrors(block, of: table, scale: 1, everyInput: true)
            backward(rows: block.count)
            zeroPadding(from: block.count)
            unsafe kernels.pointee.squares(
                pass.values,
                Int32(sourceCount),
                Int32(width),
                squares.pointer
            )
            for (row, count) in possibleSourceCounts.enumerated() {
                let delta = unsafe pass.deltas + (inputCount + row) * width
                unsafe kernels.pointee.products(
                    pass.values,
                    delta,
                    Int32(count),
                    Int32(width),
                    products.pointer + starts[row]
                )
            }
            multiplyAdds += block.count * (products.count + sourceCount)
            takeResiduals(at: offset, rows: block.count, of: sample.count, into: &residuals)
        }
        let sampled = squares.array(inputCount..<sourceCount).map {
            ($0 / Float(sample.count)).squareRoot()
        }
        let scales = inputScales + (hiddenScales ?? sampled)
        return GrowthScores(
            gradients: scaled(products, by: scales),
            starts: starts,
            sourceScales: scales,
            inputCount: inputCount,
            residuals: residuals,
            outputProducts: products.array(
                starts[starts.count - 1 - outputCount]..<products.count),
            rowCount: sample.count
        )
    }

    /// Sets unused columns to 0: hidden nodes have outputs there that must not count in Σ x².
    func zeroPadding(from rows: Int) {
        guard rows < width else { return }
        for node in 0..<nodeCount {
            unsafe (pass.values + node * width + rows).update(repeating: 0, count: width - rows)
        }
    }

    private func scaled(_ products: borrowing AlignedBuffer<Float>, by scales: [Float]) -> [Float] {
        let divisors =
            Self.atLeastHalfOfUsual(scales[..<inputCount])
            + Self.atLeastHalfOfUsual(scales[inputCount...])
        var scores: [Float] = []
        scores.reserveCapacity(products.count)
        for count in possibleSourceCounts {
            for source in 0..<count {
                let score = abs(products[scores.count]) / divisors[source]
                scores.append(score.isFinite ? score : 0)
            }
        }
        return scores
    }

    private static func atLeastHalfOfUsual(_ scales: ArraySlice<Float>) -> [Float] {
        let squares = scales.reduce(Float(0)) { $0 + $1 * $1 }
        let least = (squares / Float(max(scales.count, 1))).squareRoot() / 2
        return scales.map { max($0, least) }
    }

    /// Root mean square of each feature over all rows.
    ///
    /// - Complexity: O(features · rows).
    public func inputScales(of table: RowTable) -> [Float] {
        let squares = AlignedBuffer(count: inputCount, filledWith: Float(0))
        for start in stride(from: 0, to: table.rowCount, by: width) {
            let rows = start..<min(start + width, table.rowCount)
            gather(.consecutive(rows), from: table, everyInput: true)
            unsafe kernels.pointee.squares(
                pass.values, Int32(inputCount), Int32(width), squares.pointer)
        }
        multiplyAdds += table.rowCount * inputCount
        return squares.array(0..<inputCount).map { ($0 / Float(table.rowCount)).squareRoot() }
    }

    private func takeResiduals(
        at offset: Int,
        rows: Int,
        of rowCount: Int,
        into residuals: inout [Float]
    ) {
        let first = nodeCount - outputCount
        for output in 0..<outputCount {
            for column in 0..<rows {
                residuals[output * rowCount + offset + column] =
                    unsafe pass.deltas[(first + output) * width + column]
            }
        }
    }
}
