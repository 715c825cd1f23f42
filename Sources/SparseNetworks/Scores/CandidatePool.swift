internal import CSparseKernels

/// Trains candidate nodes to correlate with the network's errors.
///
/// Source: Fahlman and Lebiere, "The cascade-correlation learning architecture", 1990: candidates
/// ascend S = Σ_o
/// cov(a, error_o)
/// . Here S is divided by sd(a), so that a candidate cannot gain by having a large output, and Adam
/// does the ascent.
public struct CandidatePool {
    private let network: SparseNetwork
    private let workspace: Workspace
    private let rowCount: Int
    private let outputCount: Int
    private let residuals: AlignedBufferBox
    /// Number of multiply–adds so far.
    public var multiplyAdds: Int { workspace.multiplyAdds }

    /// Copies the data that the candidates need.
    ///
    /// - Parameters:
    ///   - grown: the network; candidates may read its inputs and hidden nodes.
    ///   - residuals: errors of the network's outputs, `[output × row]`.
    ///   - sample: the rows of the errors.
    public init(
        _ candidates: [CandidateNode],
        behind grown: SparseNetwork,
        residuals: [Float],
        sample: RowSelection,
        of table: RowTable,
        instructionSet: InstructionSet
    ) {
        network = Self.network(of: candidates, behind: grown)
        let width = Workspace.width(forRows: sample.count)
        let blocks = (sample.count + width - 1) / width
        workspace = Workspace(
            for: network,
            instructionSet: instructionSet,
            rows: sample.count,
            blocks: blocks
        )
        rowCount = sample.count
        outputCount = residuals.count / sample.count
        self.residuals = AlignedBufferBox(count: outputCount * blocks * width)
        for output in 0..<outputCount {
            let errors = residuals[(output * rowCount)..<((output + 1) * rowCount)]
            let mean = Float(errors.reduce(0.0) { $0 + Double($1) } / Double(rowCount))
            self.residuals.buffer.copy(errors.map { $0 - mean }, at: output * blocks * width)
        }
        copyValues(
            of: Workspace(for: grown, instructionSet: instructionSet, rows: sample.count),
            on: sample, from: table)
    }

    /// Copies the outputs of the inputs and hidden nodes of a network.
    ///
    /// Nodes have the same order in both networks, and the outputs come last.
    private func copyValues(of grown: Workspace, on sample: RowSelection, from table: RowTable) {
        let width = workspace.width
        for block in 0..<workspace.blockCount {
            let part = sample.part(block * width, min(width, sample.count - block * width))
            grown.gather(part, from: table, everyInput: true)
            grown.forward(rows: part.count)
            let values = unsafe workspace.values.pointer + block * workspace.nodeCount * width
            unsafe values.update(
                from: grown.pass.values, count: (grown.nodeCount - grown.outputCount) * width)
        }
        workspace.multiplyAdds += grown.multiplyAdds
    }

    private static func network(
        of candidates: [CandidateNode], behind grown: SparseNetwork
    ) -> SparseNetwork {
        let inputs = grown.nodeCount - grown.outputCount
        var network = SparseNetwork(
            layerSizes: [inputs, candidates.count],
            activation: grown.activation,
            loss: .squared
        )
        network.biases = candidates.map(\.bias)
        network.add(
            candidates.enumerated().flatMap { index, candidate in
                zip(candidate.sources, candidate.weights).map {
                    Connection(source: $0, target: inputs + index, weight: $1)
                }
            }
        )
        return network
    }

    /// Trains the candidates and returns the one with the largest S; if equal, the first one.
    ///
    /// - Complexity: O(steps · rows · (connections + candidates · outputs)).
    public func best(afterSteps steps: Int, learningRate: Double) -> CandidateNode {
        let rule = OptimizerRule(.adam, momentum: 0.9)
        let covariances = AlignedBuffer(
            count: network.outputCount * outputCount,
            filledWith: Float(0)
        )
        let objectives = AlignedBuffer(count: network.outputCount, filledWith: Float(0))
        for _ in 0..<steps {
            measure(covariances, objectives)
            workspace.gradients.fill(with: 0)
            for block in 0..<workspace.blockCount {
                select(block)
                workspace.backward(rows: rowCount / workspace.blockCount)
            }
            workspace.step(rule, learningRate: learningRate)
        }
        measure(covariances, objectives)
        var best = 0
        for index in 0..<network.outputCount where objectives[index] > objectives[best] {
            best = index
        }
        return trained(
            best,
            covariances.array((best * outputCount)..<((best + 1) * outputCount))
        )
    }

    private func trained(_ index: Int, _ covariances: [Float]) -> CandidateNode {
        var final = network
        workspace.store(into: &final)
        let row = final.row(of: final.inputCount + index)
        var node = CandidateNode(
            sources: final.sources[row].map(Int.init),
            weights: row.map { final.weight(of: $0) },
            bias: final.biases[index]
        )
        node.covariances = covariances
        return node
    }

    private func select(_ block: Int) {
        let offset = block * workspace.nodeCount * workspace.width
        unsafe workspace.pass.values = workspace.values.pointer + offset
        unsafe workspace.pass.deltas = workspace.deltas.pointer + offset
    }

    private func measure(
        _ covariances: borrowing AlignedBuffer<Float>,
        _ objectives: borrowing AlignedBuffer<Float>
    ) {
        let kernels = unsafe workspace.kernels.pointee
        let offset = network.inputCount * workspace.width
        for block in 0..<workspace.blockCount {
            select(block)
            workspace.forward(rows: rowCount / workspace.blockCount)
            unsafe kernels.activate(
                workspace.pass.values + offset,
                Int64(network.outputCount * workspace.width),
                workspace.pass.activation
            )
        }
        var pool = unsafe sparse_pool(
            candidate_count: Int32(network.outputCount),
            output_count: Int32(outputCount),
            block_count: Int32(workspace.blockCount),
            rows: Int32(rowCount),
            width: Int32(workspace.width),
            activation: workspace.pass.activation,
            block_stride: Int64(workspace.nodeCount * workspace.width),
            values: workspace.values.pointer + offset,
            deltas: workspace.deltas.pointer + offset,
            residuals: residuals.buffer.pointer,
            covariances: covariances.pointer,
            objectives: objectives.pointer
        )
        unsafe kernels.correlate(&pool)
        workspace.multiplyAdds += 2 * rowCount * network.outputCount * outputCount
    }
}
