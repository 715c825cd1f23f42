extension SparseNetwork {
    /// The errors in the network's structure, in words; empty for every network that edits can
    /// make.
    public var violations: [String] {
        var found: [String] = []
        let computing = layerSizes.dropFirst().reduce(0, +)
        if biases.count != computing {
            found.append("\(biases.count) biases for \(computing) nodes")
        }
        if rowStarts.count != computing + 1 || rowStarts.first != 0
            || rowStarts.last.map(Int.init) != sources.count
            || zip(rowStarts, rowStarts.dropFirst()).contains(where: { $0 > $1 })
        {
            return found + ["rows do not cover \(sources.count) connections: \(rowStarts)"]
        }
        let lengths = [
            weights.count, origins.weights.count, moments.weightFirst.count,
            moments.weightSecond.count,
        ]
        if lengths.contains(where: { $0 != sources.count }) {
            found.append("\(lengths) weights and moments for \(sources.count) connections")
        }
        let biasLengths = [
            origins.biases.count, moments.biasFirst.count, moments.biasSecond.count,
        ]
        if biasLengths.contains(where: { $0 != computing }) {
            found.append("\(biasLengths) origins and moments of biases for \(computing) nodes")
        }
        let slopeCount = activation == .leaky ? hiddenCount : 0
        let slopeLengths = [slopes.count, moments.slopeFirst.count, moments.slopeSecond.count]
        if slopeLengths.contains(where: { $0 != slopeCount }) {
            found.append("\(slopeLengths) slopes and moments for \(slopeCount) leaky nodes")
        }
        return found + rowViolations
    }

    private var rowViolations: [String] {
        zip(inputCount..<nodeCount, possibleSourceCounts).compactMap { node, possible in
            let row = sources[row(of: node)]
            if row.contains(where: { $0 < 0 || Int($0) >= possible }) {
                return "node \(node) has a source that is not in an earlier layer: \(row)"
            }
            if zip(row, row.dropFirst()).contains(where: { $0 >= $1 }) {
                return "the sources of node \(node) do not ascend: \(row)"
            }
            return nil
        }
    }
}
