internal import CSparseKernels

/// The memory in which a network of a fixed structure is trained and evaluated.
///
/// All memory is allocated at the start, so passes and steps allocate nothing. The weights here are
/// the ones that learn; `store(into:)` copies them back. A workspace can hold several blocks of the
/// batch side by side; training needs only one.
///
/// Values and deltas have the shape `[block × node × width]`.
@safe public final class Workspace {
    let kernels: UnsafePointer<sparse_kernels>
    var pass: sparse_pass
    let lossCode: Int32
    /// Number of columns of a block: a multiple of 16, at most 64.
    public let width: Int
    /// Number of blocks.
    public let blockCount: Int
    let inputCount: Int
    let outputCount: Int
    let nodeCount: Int
    let connectionCount: Int
    /// One a connection, as long as none share a weight.
    let weightCount: Int
    /// Weights, rounded up to whole vectors: where biases start among parameters.
    let biasOffset: Int
    /// The inputs with connections, ascending.
    let usedInputs: [Int]
    let allInputs: [Int]
    let possibleSourceCounts: [Int]

    private let rowStarts: AlignedBuffer<Int32>
    private let sources: AlignedBuffer<Int32>
    private let columnStarts: AlignedBuffer<Int32>
    private let columnTargets: AlignedBuffer<Int32>
    private let columnWeights: AlignedBuffer<Int32>
    /// The range of the slopes in the parameters.
    let slopes: Range<Int>
    /// Weights, then biases, then slopes, each padded with zeros to whole vectors.
    let parameters: AlignedBuffer<Float>
    let gradients: AlignedBuffer<Float>
    let firstMoments: AlignedBuffer<Float>
    let secondMoments: AlignedBuffer<Float>
    var firstPower: Double
    var secondPower: Double
    let values: AlignedBuffer<Float>
    let deltas: AlignedBuffer<Float>
    /// The sums of leaky hidden nodes, `[hidden × width]`; empty for other activations.
    private let sums: AlignedBuffer<Float>
    let labels: AlignedBuffer<Int32>
    let wanted: AlignedBuffer<Float>
    let rowWeights: AlignedBuffer<Float>
    /// The factor of a row's error in training, one number per class; empty means 1.
    ///
    /// It affects gradients and growth scores of softmax and logistic loss, but not the score of a
    /// table. The mean is still over rows, so weights with a mean of 1 over the rows keep the
    /// learning rate.
    public var classWeights: [Float] = []
    /// The rows of a table in the columns of a block.
    let rows: AlignedBuffer<Int32>
    /// Number of multiply–adds of all passes so far, without unused columns.
    public internal(set) var multiplyAdds = 0
    /// The part of them that went into scoring absent connections.
    public internal(set) var scoringMultiplyAdds = 0

    /// Allocates memory for a network and copies its weights.
    ///
    /// - Parameter rows: the most rows of a block; blocks are no wider than needed.
    public init(
        for network: SparseNetwork,
        instructionSet: InstructionSet,
        rows: Int = 64,
        blocks: Int = 1
    ) {
        let columns = SourceColumns(of: network)
        unsafe kernels = instructionSet.kernels
        lossCode = network.loss.kernelCode
        width = Self.width(forRows: rows)
        blockCount = blocks
        inputCount = network.inputCount
        outputCount = network.outputCount
        nodeCount = network.nodeCount
        connectionCount = network.connectionCount
        weightCount = network.weightIndex.count
        biasOffset = Self.wholeVectors(weightCount)
        usedInputs = (0..<network.inputCount).filter {
            columns.starts[$0] < columns.starts[$0 + 1]
        }
        allInputs = Array(0..<network.inputCount)
        possibleSourceCounts = network.possibleSourceCounts
        rowStarts = AlignedBuffer(network.rowStarts, filledWith: 0)
        sources = AlignedBuffer(network.sources, filledWith: 0)
        columnStarts = AlignedBuffer(columns.starts, filledWith: 0)
        columnTargets = AlignedBuffer(columns.targets, filledWith: 0)
        columnWeights = AlignedBuffer(columns.weights, filledWith: 0)
        let slopeOffset = biasOffset + Self.wholeVectors(network.biases.count)
        slopes = slopeOffset..<(slopeOffset + network.slopes.count)
        let count = slopeOffset + Self.wholeVectors(network.slopes.count)
        parameters = AlignedBuffer(count: count, filledWith: 0)
        gradients = AlignedBuffer(count: count, filledWith: 0)
        firstMoments = AlignedBuffer(count: count, filledWith: 0)
        secondMoments = AlignedBuffer(count: count, filledWith: 0)
        firstPower = network.moments.firstPower
        secondPower = network.moments.secondPower
        values = AlignedBuffer(count: blocks * nodeCount * width, filledWith: 0)
        deltas = AlignedBuffer(count: blocks * nodeCount * width, filledWith: 0)
        sums = AlignedBuffer(count: network.slopes.count * width, filledWith: 0)
        labels = AlignedBuffer(count: width, filledWith: 0)
        wanted = AlignedBuffer(count: outputCount * width, filledWith: 0)
        rowWeights = AlignedBuffer(count: width, filledWith: 0)
        self.rows = AlignedBuffer(count: width, filledWith: 0)
        unsafe pass = sparse_pass(
            input_count: Int32(network.inputCount),
            node_count: Int32(network.nodeCount),
            output_count: Int32(network.outputCount),
            activation: network.activation.kernelCode,
            width: Int32(width),
            row_start: rowStarts.pointer,
            source: sources.pointer,
            column_start: columnStarts.pointer,
            column_target: columnTargets.pointer,
            column_weight: columnWeights.pointer,
            weights: parameters.pointer,
            biases: parameters.pointer + biasOffset,
            weight_gradients: gradients.pointer,
            bias_gradients: gradients.pointer + biasOffset,
            slopes: parameters.pointer + slopeOffset,
            slope_gradients: gradients.pointer + slopeOffset,
            sums: sums.pointer,
            values: values.pointer,
            deltas: deltas.pointer
        )
        load(network)
    }

    private func load(_ network: SparseNetwork) {
        parameters.copy(network.weights, at: 0)
        parameters.copy(network.biases, at: biasOffset)
        parameters.copy(network.slopes, at: slopes.lowerBound)
        firstMoments.copy(network.moments.weightFirst, at: 0)
        firstMoments.copy(network.moments.biasFirst, at: biasOffset)
        firstMoments.copy(network.moments.slopeFirst, at: slopes.lowerBound)
        secondMoments.copy(network.moments.weightSecond, at: 0)
        secondMoments.copy(network.moments.biasSecond, at: biasOffset)
        secondMoments.copy(network.moments.slopeSecond, at: slopes.lowerBound)
    }

    /// Copies weights, biases, slopes and moments back into a network of the same structure.
    public func store(into network: inout SparseNetwork) {
        precondition(
            network.connectionCount == connectionCount && network.nodeCount == nodeCount
                && network.slopes.count == slopes.count,
            "the network and the workspace have different structures"
        )
        let weightRange = 0..<weightCount
        let biasRange = biasOffset..<(biasOffset + network.biases.count)
        network.weights = parameters.array(weightRange)
        network.biases = parameters.array(biasRange)
        network.slopes = parameters.array(slopes)
        network.moments.weightFirst = firstMoments.array(weightRange)
        network.moments.biasFirst = firstMoments.array(biasRange)
        network.moments.weightSecond = secondMoments.array(weightRange)
        network.moments.biasSecond = secondMoments.array(biasRange)
        network.moments.slopeFirst = firstMoments.array(slopes)
        network.moments.slopeSecond = secondMoments.array(slopes)
        network.moments.firstPower = firstPower
        network.moments.secondPower = secondPower
    }

    /// The width of the narrowest block for a number of rows.
    static func width(forRows rows: Int) -> Int {
        min(Int(SPARSE_BLOCK), wholeVectors(max(rows, 1)))
    }

    static func wholeVectors(_ count: Int) -> Int {
        (count + Int(SPARSE_LANES) - 1) / Int(SPARSE_LANES) * Int(SPARSE_LANES)
    }
}
