/// The connections of a network by source, for the backward pass.
struct SourceColumns {
    var starts: [Int32]
    var targets: [Int32]
    /// Where their weights stand.
    var weights: [Int32]

    init(of network: SparseNetwork) {
        starts = Array(repeating: 0, count: network.nodeCount + 1)
        targets = Array(repeating: 0, count: network.connectionCount)
        weights = targets
        for source in network.sources { starts[Int(source) + 1] += 1 }
        for node in 0..<network.nodeCount { starts[node + 1] += starts[node] }
        var next = starts
        let index = network.weightIndex
        for target in network.inputCount..<network.nodeCount {
            for position in network.row(of: target) {
                let source = Int(network.sources[position])
                targets[Int(next[source])] = Int32(target)
                weights[Int(next[source])] = Int32(index[position])
                next[source] += 1
            }
        }
    }
}
