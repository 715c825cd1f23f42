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

    /// The network; its weights are those of the last edit, since they learn in the workspace.
    private var network: SparseNetwork
    private(set) var workspace: Workspace
    /// Root of the mean square of each input over all rows.
    private let inputScales: [Float]
    private var batches: BatchOrder
    private(set) var size: LiveSize
    private var earlierMultiplyAdds = 0

    init(_ task: TrainingTask, _ dataset: PreparedDataset, _ instructionSet: InstructionSet) {
        table = RowTable(dataset.training)
        rule = OptimizerRule(task.schedule, weightDecay: task.schedule.weightDecay)
        schedule = task.schedule
        seed = task.seed
        self.instructionSet = instructionSet
        blockRows = min(task.schedule.batchSize, dataset.training.rowCount)
        network = SparseNetwork(
            initialFor: task.schedule,
            rows: dataset.training,
            seed: task.seed
        )
        batches = BatchOrder(
            rowCount: dataset.training.rowCount,
            batchSize: task.schedule.batchSize,
            seed: task.seed
        )
        size = network.liveSize
        workspace = Workspace(for: network, instructionSet: instructionSet, rows: blockRows)
        inputScales = workspace.inputScales(of: table)
    }

    /// Multiply–adds of training, evaluation and scoring.
    var multiplyAdds: Int { earlierMultiplyAdds + workspace.multiplyAdds }

    /// Passes over the training rows that have begun.
    var epochs: Int { batches.epoch }

    /// The batches of an epoch.
    var batchesPerEpoch: Int { batches.batchesPerEpoch }

    /// The network with the weights that it has learnt.
    var current: SparseNetwork {
        var learnt = network
        workspace.store(into: &learnt)
        return learnt
    }

    /// Learns from the next batch.
    mutating func step(learningRate: Double) {
        workspace.computeGradients(batches.nextBatch(), of: table, dropping: dropout)
        if schedule.gradientClipping > 0 { clipGradient() }
        workspace.step(rule, learningRate: learningRate)
        steps += 1
    }

    private var dropout: InputDropout? {
        guard schedule.inputDropout > 0 else { return nil }
        let key = seed.derived(for: .inputDropout, index: steps).rawValue
        return InputDropout(rate: schedule.inputDropout, key: key)
    }

    /// Shortens a gradient that is much longer than usual.
    ///
    /// Source: Pascanu, Mikolov, Bengio 2013.
    private mutating func clipGradient() {
        let most = usualNorm.map { $0 * schedule.gradientClipping } ?? .infinity
        let norm = min(workspace.clipGradient(toNorm: most), most)
        guard norm.isFinite else { return }
        usualNorm = usualNorm.map { 0.99 * $0 + 0.01 * norm } ?? norm
    }

    /// Scores all connections that there might be, on the next batch.
    mutating func scoreNextBatch() -> GrowthScores { scores(on: batches.nextBatch()) }

    /// Scores all connections that there might be, on some rows.
    func scores(on sample: RowSelection) -> GrowthScores {
        workspace.growthScores(sample, of: table, inputScales: inputScales)
    }

    /// Goes on with another network; `work` is what finding it took outside the workspace.
    mutating func replace(with other: SparseNetwork, work: Int = 0) {
        earlierMultiplyAdds = multiplyAdds + work
        network = other
        workspace = Workspace(for: network, instructionSet: instructionSet, rows: blockRows)
        size = network.liveSize
    }

    /// Goes back to an earlier state, forgetting what came later, except for the order of rows.
    mutating func rewind(to state: Milestone) {
        replace(with: state.network)
        earlierMultiplyAdds = state.multiplyAdds
    }
}
