internal import Datasets
internal import Randomness
internal import SparseNetworks
internal import Trials

/// A network at work on its training rows, and what that has cost so far.
struct Learner {
    /// The rows that it learns from.
    let table: RowTable
    /// How gradients change the weights.
    var rule: OptimizerRule
    private let schedule: GrowthSchedule
    private let seed: Seed
    private let instructionSet: InstructionSet
    private var steps: UInt64 = 0
    /// Running mean of the gradient's norm.
    private var usualNorm: Double?
    private let blockRows: Int
    /// What a row of each class weighs; empty where all weigh the same.
    private let classWeights: [Float]

    /// The network; its weights are those of the last edit, since they learn in the workspace.
    private var network: SparseNetwork
    private(set) var workspace: Workspace
    /// What the weights are on average, from when that was asked for to the next edit.
    private var average: WeightAverage?
    /// Root of the mean square of each input over all rows.
    private let inputScales: [Float]
    private var batches: BatchOrder
    private(set) var size: LiveSize
    private var earlierMultiplyAdds = 0
    private var earlierStructuralWork = 0

    init(_ task: TrainingTask, _ dataset: PreparedDataset, _ instructionSet: InstructionSet) {
        table = RowTable(dataset.training)
        rule = OptimizerRule(task.schedule, weightDecay: task.schedule.weightDecay)
        schedule = task.schedule
        seed = task.seed
        self.instructionSet = instructionSet
        classWeights = Self.classWeights(task.schedule, dataset.training.targets)
        blockRows = min(task.schedule.batchSize, dataset.training.rowCount)
        network = SparseNetwork(
            initialFor: task.schedule,
            rows: dataset.training,
            seed: task.seed
        )
        batches = BatchOrder(
            rowCount: dataset.training.rowCount,
            batchSize: task.schedule.batchSize,
            seed: task.seed,
            balance: ClassBalance(
                task.schedule.classSampling, dataset.training.targets, seed: task.seed)
        )
        size = network.liveSize
        workspace = Workspace(for: network, instructionSet: instructionSet, rows: blockRows)
        workspace.classWeights = classWeights
        inputScales = workspace.inputScales(of: table)
    }

    /// Weights that give each class the same sum, and rows the mean 1; a class without rows has 0.
    ///
    /// Where rows are drawn so that classes are equally frequent, this is so without weights.
    private static func classWeights(_ schedule: GrowthSchedule, _ targets: Targets) -> [Float] {
        guard schedule.classWeighting == .balanced, schedule.classSampling == .none,
            case .classes(let labels, let names) = targets
        else {
            return []
        }
        var counts = Array(repeating: 0, count: names.count)
        for label in labels { counts[Int(label)] += 1 }
        let present = counts.count { $0 > 0 }
        return counts.map { $0 == 0 ? 0 : Float(labels.count) / Float(present * $0) }
    }

    /// Multiply–adds of training, evaluation and scoring.
    var multiplyAdds: Int { earlierMultiplyAdds + workspace.multiplyAdds }

    /// What of them went into finding new connections and nodes.
    var structuralWork: Int { earlierStructuralWork + workspace.scoringMultiplyAdds }

    /// Passes over the training rows that have begun.
    var epochs: Int { batches.epoch }

    /// The batches of an epoch.
    var batchesPerEpoch: Int { batches.batchesPerEpoch }

    /// All connections of the network, dead ones included.
    var connectionCount: Int { network.connectionCount }

    /// The network with the weights that it has learnt.
    var current: SparseNetwork {
        var learnt = network
        workspace.store(into: &learnt)
        return learnt
    }

    /// Learns from the next batch.
    mutating func step(learningRate: Double) {
        workspace.computeGradients(batches.nextBatch(), of: table, disturbance: disturbance)
        if schedule.gradientClipping > 0 { clipGradient() }
        workspace.step(rule, learningRate: learningRate)
        average?.note()
        steps += 1
    }

    /// Begins to average weights, biases and slopes over a share of the steps from here on.
    ///
    /// - Parameter share: 0 for none.
    mutating func beginAveraging(share: Double) {
        average = share > 0 ? WeightAverage(of: workspace, share: share) : nil
    }

    /// Does something while the workspace holds the averages, where there are any.
    func withAverages<Result>(_ work: (Workspace) -> Result) -> Result {
        guard let average else { return work(workspace) }
        return average.withMeans { work(workspace) }
    }

    /// Goes on from the averages, where there are any, and averages no more.
    mutating func settleAverages() {
        average?.settle()
        average = nil
    }

    private var disturbance: InputDisturbance? {
        let (deviation, rate) = (schedule.inputNoise, schedule.inputDropout)
        guard deviation > 0 || rate > 0 else { return nil }
        return InputDisturbance(
            noise: InputNoise(
                deviation: deviation, key: seed.derived(for: .inputNoise).rawValue, step: steps),
            dropout: InputDropout(
                rate: rate, key: seed.derived(for: .inputDropout).rawValue, step: steps))
    }

    /// Shortens a gradient that is much longer than usual.
    ///
    /// Source: Pascanu, Mikolov, Bengio 2013.
    private mutating func clipGradient() {
        let norm = workspace.gradientNorm()
        guard norm.isFinite else { return }
        let most = usualNorm.map { $0 * schedule.gradientClipping } ?? norm
        if norm > most { workspace.scaleGradients(by: most / norm) }
        usualNorm = usualNorm.map { 0.99 * $0 + 0.01 * min(norm, most) } ?? norm
    }

    /// Scores all connections that there might be, on the rows of the next batches that err most.
    mutating func scoreNextBatches() -> GrowthScores {
        workspace.growthScores(
            onHardest: blockRows, of: batches.nextBatches(schedule.rewiringBatches), of: table,
            inputScales: inputScales)
    }

    /// Scores all connections that there might be, on some rows.
    func scores(on sample: RowSelection) -> GrowthScores {
        workspace.growthScores(sample, of: table, inputScales: inputScales)
    }

    /// Goes on with another network; `work` is what finding it took outside the workspace.
    mutating func replace(with other: SparseNetwork, work: Int = 0) {
        earlierMultiplyAdds = multiplyAdds + work
        earlierStructuralWork = structuralWork + work
        network = other
        workspace = Workspace(for: network, instructionSet: instructionSet, rows: blockRows)
        workspace.classWeights = classWeights
        average = nil
        size = network.liveSize
    }

    /// Goes back to an earlier state, forgetting what came later, except for the order of rows.
    mutating func rewind(to state: Milestone) {
        replace(with: state.network)
        earlierMultiplyAdds = state.multiplyAdds
        earlierStructuralWork = state.structuralWork
    }
}
