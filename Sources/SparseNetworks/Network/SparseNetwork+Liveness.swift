internal import CSparseKernels

extension SparseNetwork {
    /// Counts the live parts.
    ///
    /// - Complexity: O(nodes + connections).
    public var liveSize: LiveSize {
        let fed = isFedByInput
        let heard = isHeardByOutput
        var connections = 0
        var isUsed = Array(repeating: false, count: inputCount)
        for target in inputCount..<nodeCount where heard[target] {
            for position in row(of: target) where fed[Int(sources[position])] {
                connections += 1
                let source = Int(sources[position])
                if source < inputCount { isUsed[source] = true }
            }
        }
        let hidden = (inputCount..<outputs.lowerBound).count { fed[$0] && heard[$0] }
        return LiveSize(
            connections: connections,
            hiddenNodes: hidden,
            inputs: isUsed.count { $0 },
            biases: hidden + outputCount
        )
    }

    /// For each position of `sources`, whether the connection is on a path from an input to an
    /// output.
    ///
    /// - Complexity: O(nodes + connections).
    public var isLive: [Bool] {
        let fed = isFedByInput
        let heard = isHeardByOutput
        return (inputCount..<nodeCount).flatMap { target in
            row(of: target).map { heard[target] && fed[Int(sources[$0])] }
        }
    }

    /// Removes everything that is on no path from an input to an output; the outputs stay the same.
    ///
    /// A node without a path from an input has a constant output, which is added to its targets'
    /// biases.
    public mutating func removeDeadNodes() {
        foldConstantNodes()
        let heard = isHeardByOutput
        let fed = isFedByInput
        removeHiddenNodes(
            (inputCount..<outputs.lowerBound).filter { !(heard[$0] && fed[$0]) }
        )
    }

    private mutating func foldConstantNodes() {
        let fed = isFedByInput
        var doomed: [Int] = []
        var constants = Array(repeating: Float(0), count: nodeCount)
        for target in inputCount..<nodeCount {
            for position in row(of: target) where !fed[Int(sources[position])] {
                biases[target - inputCount] +=
                    weight(of: position) * constants[Int(sources[position])]
                doomed.append(position)
            }
            if !fed[target] {
                constants[target] = activated(biases[target - inputCount], at: target)
            }
        }
        removeConnections(at: doomed)
    }

    /// The output of a node for a sum, with the bits of the kernels; output nodes have no slope.
    private func activated(_ sum: Float, at node: Int) -> Float {
        let row = node - inputCount
        if slopes.indices.contains(row) { return sum > 0 ? sum : slopes[row] * sum }
        var lanes = Array(repeating: sum, count: Int(SPARSE_LANES))
        let kernels = unsafe InstructionSet.baseline.kernels
        unsafe lanes.withUnsafeMutableBufferPointer { lanes in
            guard let first = lanes.baseAddress else { return }
            unsafe kernels.pointee.activate(first, Int64(lanes.count), activation.kernelCode)
        }
        return lanes[0]
    }

    /// For each node, whether there is a path to it from an input.
    private var isFedByInput: [Bool] {
        var fed = Array(repeating: false, count: nodeCount)
        for input in 0..<inputCount { fed[input] = true }
        for target in inputCount..<nodeCount {
            fed[target] = row(of: target).contains { fed[Int(sources[$0])] }
        }
        return fed
    }

    /// For each node, whether there is a path from it to an output.
    private var isHeardByOutput: [Bool] {
        var heard = Array(repeating: false, count: nodeCount)
        for output in outputs { heard[output] = true }
        for target in (inputCount..<nodeCount).reversed() where heard[target] {
            for position in row(of: target) { heard[Int(sources[position])] = true }
        }
        return heard
    }
}
