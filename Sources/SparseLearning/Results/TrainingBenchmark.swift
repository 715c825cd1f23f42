internal import Randomness
internal import RowStorage
public import SparseNetworks

/// Measures an epoch of a network of 784, 300, 100 and 10 nodes in batches of 64.
public enum TrainingBenchmark {
    private static let layers = [784, 300, 100, 10]
    private static let batchSize = 64

    /// Measures some densities.
    ///
    /// - Parameters:
    ///   - table: training rows with 784 features and ten classes.
    ///   - judged: rows of the same kind for evaluation.
    ///   - clock: returns seconds since any fixed instant.
    ///   - repetitions: how often each figure is measured; the smallest value counts.
    public static func run(
        on table: RowTable,
        judging judged: RowTable,
        densities: [Double] = [1, 0.2, 0.05, 0.02, 0.01],
        instructionSet: InstructionSet = .best,
        repetitions: Int = 5,
        clock: () -> Double
    ) -> [EpochTimes] {
        densities.map { density in
            let network = network(density: density)
            let workspace = Workspace(
                for: network, instructionSet: instructionSet, rows: batchSize)
            var batches = BatchOrder(
                rowCount: table.rowCount, batchSize: batchSize, seed: Seed(rawValue: 1))
            let rule = OptimizerRule(.nesterov, momentum: 0.9)
            func epoch(_ work: (RowSelection) -> Void) -> Double {
                (0..<repetitions).map { _ in
                    let start = clock()
                    for _ in 0..<batches.batchesPerEpoch { work(batches.nextBatch()) }
                    return clock() - start
                }.min() ?? 0
            }
            let whole = epoch {
                workspace.computeGradients($0, of: table)
                workspace.step(rule, learningRate: 0.01)
            }
            let kernels = epoch { workspace.repeatGradients(rows: $0.count) }
            let order = epoch { _ in }
            let steps = epoch { _ in workspace.step(rule, learningRate: 0) }
            let start = clock()
            _ = workspace.score(judged)
            return EpochTimes(
                density: density, trainingRows: table.rowCount, epoch: whole,
                optimizer: max(0, steps - order), kernels: max(0, kernels - order),
                flops: flops(of: network) * Double(table.rowCount), validation: clock() - start)
        }
    }

    /// Rows of random bytes, if there are no images; four of five bytes are 0, as in MNIST.
    public static func randomRows(_ count: Int) -> RowTable {
        var generator = Seed(rawValue: 1).generator()
        let features = layers[0]
        let bytes = (0..<(count * features)).map { _ in
            let bits = generator.next()
            return bits % 5 == 0 ? UInt8(truncatingIfNeeded: bits >> 32) : 0
        }
        let rows = ByteRows(
            table: SharedRows(bytes), selection: (0..<count).map(Int32.init),
            scales: Array(repeating: 1 / 255, count: features),
            offsets: Array(repeating: -0.1, count: features), clip: 5)
        return RowTable(
            numbers: .bytes(rows), featureCount: features,
            targets: .classes((0..<count).map { Int32($0 % 10) }))
    }

    private static func flops(of network: SparseNetwork) -> Double {
        Double(network.sources.reduce(0) { $0 + (Int($1) < network.inputCount ? 4 : 6) })
    }

    private static func network(density: Double) -> SparseNetwork {
        var network = SparseNetwork(layerSizes: layers, activation: .relu, loss: .softmax)
        var generator = Seed(rawValue: 1).generator()
        var source = 0
        for (before, size) in zip(layers, layers.dropFirst()) {
            let possible = before * size
            let target = source + before
            network.add(
                generator.sample(Int(density * Double(possible)), below: possible).map {
                    Connection(
                        source: source + $0 % before, target: target + $0 / before,
                        weight: Float(0.1 * generator.normal()))
                })
            source = target
        }
        return network
    }
}
