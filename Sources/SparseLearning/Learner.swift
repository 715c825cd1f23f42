package import Datasets
internal import Randomness
package import SparseNetworks
package import Trials

/// A network at work on its training rows, and what that has cost so far.
package struct Learner {
    /// The rows that it learns from.
    package let table: RowTable
    /// How gradients change the weights.
    package var rule: OptimizerRule
    private let schedule: GrowthSchedule
    private let seed: Seed
    private let instructionSet: InstructionSet
    private var steps: UInt64 = 0
    private var clipping: GradientClipping?
    private let blockRows: Int
    /// What a row of each class weighs; empty where all weigh the same.
    private let classWeights: [Float]

    /// The network; its weights are those of the last edit, since they learn in the workspace.
    private var network: SparseNetwork
    /// The memory in which the network learns.
    package private(set) var workspace: Workspace
    /// What the weights are on average, from when that was asked for to the next edit.
    private var average: WeightAverage?
    /// Root of the mean square of each input over all rows.
    private let inputScales: [Float]
    private var batches: BatchOrder
    /// How large the network is.
    package private(set) var size: LiveSize
    private var earlierMultiplyAdds = 0
    private var earlierStructuralWork = 0

    /// Lays out the training rows for a network, and takes memory for it.
    ///
    /// - Parameters:
    ///   - network: what learns; it has an input for each feature of the rows.
    ///   - rows: the training rows, at least one.
    ///   - task: says how batches are drawn, disturbed, weighed and learnt from, and by which seed.
    package init(
        _ network: SparseNetwork, on rows: Samples, as task: TrainingTask,
        instructionSet: InstructionSet
    ) {
        self.network = network
        table = RowTable(rows)
        schedule = task.schedule
        seed = task.seed
        self.instructionSet = instructionSet
        rule = OptimizerRule(schedule, weightDecay: schedule.weightDecay)
        clipping = GradientClipping(schedule.gradientClipping)
        // Where rows are drawn so that classes are equally frequent, weights have nothing to do.
        let isWeighted = schedule.classWeighting == .balanced && schedule.classSampling == .none
        classWeights = isWeighted ? rows.targets.balancedClassWeights : []
        blockRows = min(schedule.batchSize, rows.rowCount)
        batches = BatchOrder(
            rowCount: rows.rowCount, batchSize: schedule.batchSize, seed: seed,
            balance: ClassBalance(schedule.classSampling, rows.targets, seed: seed))
        size = network.liveSize
        workspace = Workspace(for: network, instructionSet: instructionSet, rows: blockRows)
        workspace.classWeights = classWeights
        inputScales = workspace.inputScales(of: table)
    }

    /// Multiply–adds of training, evaluation and scoring.
    package var multiplyAdds: Int { earlierMultiplyAdds + workspace.multiplyAdds }

    /// What of them went into finding new connections and nodes.
    package var structuralWork: Int { earlierStructuralWork + workspace.scoringMultiplyAdds }

    /// Passes over the training rows that have begun.
    package var epochs: Int { batches.epoch }

    /// The batches of an epoch.
    package var batchesPerEpoch: Int { batches.batchesPerEpoch }

    /// All connections of the network, dead ones included.
    package var connectionCount: Int { network.connectionCount }

    /// The network with the weights that it has learnt.
    package var current: SparseNetwork {
        var learnt = network
        workspace.store(into: &learnt)
        return learnt
    }

    /// Learns from the next batch.
    package mutating func step(learningRate: Double) {
        workspace.computeGradients(batches.nextBatch(), of: table, disturbance: disturbance)
        if let factor = clipping?.factor(forNorm: workspace.gradientNorm()) {
            workspace.scaleGradients(by: factor)
        }
        workspace.step(rule, learningRate: learningRate)
        average?.note()
        steps += 1
    }

    /// Begins to average weights, biases and slopes over a share of the steps from here on.
    ///
    /// - Parameter share: 0 for none.
    package mutating func beginAveraging(share: Double) {
        average = share > 0 ? WeightAverage(of: workspace, share: share) : nil
    }

    /// Does something while the workspace holds the averages, where there are any.
    package func withAverages<Result>(_ work: (Workspace) -> Result) -> Result {
        guard let average else { return work(workspace) }
        return average.withMeans { work(workspace) }
    }

    /// Goes on from the averages, where there are any, and averages no more.
    package mutating func settleAverages() {
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

    /// Scores all connections that there might be, on the rows of the next batches that err most.
    package mutating func scoreNextBatches() -> GrowthScores {
        workspace.growthScores(
            onHardest: blockRows, of: batches.nextBatches(schedule.rewiringBatches), of: table,
            inputScales: inputScales)
    }

    /// Scores all connections that there might be, on some rows.
    package func scores(on sample: RowSelection) -> GrowthScores {
        workspace.growthScores(sample, of: table, inputScales: inputScales)
    }

    /// Goes on with another network; `work` is what finding it took outside the workspace.
    package mutating func replace(with other: SparseNetwork, work: Int = 0) {
        earlierMultiplyAdds = multiplyAdds + work
        earlierStructuralWork = structuralWork + work
        network = other
        workspace = Workspace(for: network, instructionSet: instructionSet, rows: blockRows)
        workspace.classWeights = classWeights
        average = nil
        size = network.liveSize
    }

    /// Goes back to an earlier state, forgetting what came later, except for the order of rows.
    package mutating func rewind(to state: State) {
        replace(with: state.network)
        earlierMultiplyAdds = state.multiplyAdds
        earlierStructuralWork = state.structuralWork
    }
}
