import CAllocationCount
import Datasets
import GrowthTraining
import SparseLearning
import Randomness
import RowStorage
import SparseNetworks
import Testing
import Trials

/// Memory is allocated before an epoch, never during it: the tests count the thread's allocations.
@Suite struct AllocationTests {
    private static let rowCount = 1000
    private static let batchSize = 64

    /// The number of allocations of some work, after a first run has created what is kept.
    private func allocations(_ work: () -> Void) -> Int64 {
        work()
        let before = allocation_count()
        work()
        return allocation_count() - before
    }

    private func network(features: Int) -> SparseNetwork {
        var network = SparseNetwork(
            layerSizes: [features, 30, 20, 10], activation: .relu, loss: .softmax)
        var generator = Seed(rawValue: 1).generator()
        var connections: [Connection] = []
        for (row, possible) in network.possibleSourceCounts.enumerated() {
            for source in 0..<possible where generator.chance(0.1) {
                connections.append(
                    Connection(
                        source: source, target: features + row,
                        weight: Float(0.1 * generator.normal())))
            }
        }
        network.add(connections)
        return network
    }

    private static func table(_ layout: Layout) -> RowTable {
        let features = layout.featureCount
        let labels = RowTargets.classes((0..<rowCount).map { Int32($0 % 10) })
        guard layout == .bytes else {
            let numbers = (0..<(features * rowCount)).map { Float($0 % 17) / 17 }
            return RowTable(features: numbers, featureCount: features, targets: labels)
        }
        let bytes = ByteRows(
            table: SharedRows((0..<(features * rowCount)).map { UInt8($0 % 251) }),
            selection: (0..<rowCount).map(Int32.init),
            scales: Array(repeating: 1 / 255, count: features),
            offsets: Array(repeating: 0, count: features), clip: 5)
        return RowTable(numbers: .bytes(bytes), featureCount: features, targets: labels)
    }

    /// The three layouts of rows.
    enum Layout: CaseIterable {
        case byFeature, byRow, bytes

        /// Tables with more than 250,000 numbers are stored row by row.
        var featureCount: Int { self == .byRow ? 300 : 40 }
    }

    private func forEachBatch(_ order: [Int32], _ work: (RowSelection) -> Void) {
        for start in stride(from: 0, to: order.count, by: Self.batchSize) {
            work(.ordered(order, start..<min(start + Self.batchSize, order.count)))
        }
    }

    @Test(arguments: Layout.allCases, [OptimizerRule.Kind.adam, .nesterov])
    func `gradients, steps and scores allocate no memory`(
        layout: Layout, kind: OptimizerRule.Kind
    ) {
        let table = Self.table(layout)
        let workspace = Workspace(
            for: network(features: layout.featureCount), instructionSet: .best,
            rows: Self.batchSize)
        let order = (0..<Int32(Self.rowCount)).map { ($0 * 7) % Int32(Self.rowCount) }
        let rule = OptimizerRule(kind, momentum: 0.9, weightDecay: 0.01)
        let average = WeightAverage(of: workspace, share: 0.5)
        var judged = 0
        let taken = allocations {
            forEachBatch(order) { batch in
                let dropout = InputDropout(rate: 0.1, key: 1, step: 1)
                workspace.computeGradients(
                    batch, of: table, disturbance: InputDisturbance(dropout: dropout))
                if workspace.gradientNorm() > 1 { workspace.scaleGradients(by: 0.5) }
                workspace.step(rule, learningRate: 0.01)
                average.note()
            }
            judged = average.withMeans { workspace.score(table).rows }
        }
        #expect(judged == Self.rowCount)
        #expect(taken == 0)
    }

    /// The allocations of a training that never grows, with batches of a given size.
    private func allocations(batchSize: Int, checks: Int) -> Int64 {
        let schedule = GrowthSchedule.growthOnly.setting(.batchSize, to: .integer(batchSize))
            .setting(.patience, to: .integer(80)).setting(.initialDensity, to: .real(0.5))
            .setting(.initialHiddenNodes, to: .integer(8))
            .setting(.inputDropout, to: .real(0.1)).setting(.gradientClipping, to: .real(2))
            .setting(.inputNoise, to: .real(0.1)).setting(.growthReturn, to: .category("none"))
            .setting(.classSampling, to: .category("balanced"))
        let dataset = PreparedDataset(
            training: Puzzle.clouds(6400, seed: 1), validation: Puzzle.clouds(150, seed: 2),
            test: Puzzle.clouds(150, seed: 3))
        let task = TrainingTask(schedule, target: 1, limits: TrainingLimits(checks: checks))
        return allocations {
            let trained = GrowthTrainer(task: task, dataset: dataset).train()
            #expect(trained?.report.curve.count == checks)
        }
    }

    @Test func `an epoch of four times the batches allocates no more often`() {
        #expect(allocations(batchSize: 64, checks: 4) == allocations(batchSize: 16, checks: 4))
    }

    /// A check allocates once, to combine caps, and sometimes for the curve; shuffling must not
    /// copy the order of rows.
    @Test func `one more epoch allocates no more than its check`() {
        let few = allocations(batchSize: 64, checks: 4)
        let many = allocations(batchSize: 64, checks: 64)
        #expect(2 * (many - few) < 3 * 60)
    }

    @Test func `a planted allocation in a batch is counted`() {
        let order = Array(0..<Int32(Self.rowCount))
        var sink: [Int32] = []
        let taken = allocations {
            forEachBatch(order) { batch in
                if case .ordered(let rows, let range) = batch { sink = Array(rows[range]) }
            }
        }
        #expect(sink.count == Self.rowCount % Self.batchSize)
        #expect(taken >= 16)
    }
}
