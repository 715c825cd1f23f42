package import Datasets
internal import Randomness
package import SparseNetworks
package import Trials

/// A network with its training rows, and the work of training it so far.
package struct Learner {
    /// The training rows.
    package let table: RowTable
    /// The rule of the optimiser.
    package var rule: OptimizerRule
    private let schedule: GrowthSchedule
    private let seed: Seed
    private let instructionSet: InstructionSet
    private var steps: UInt64 = 0
    private var clipping: GradientClipping?
    private let blockRows: Int
    /// The weight of a row of each class; empty if all weights are equal.
    private let classWeights: [Float]

    /// The network; its weights are those of the last edit, because training happens in the
    /// workspace.
    private var network: SparseNetwork
    /// The memory in which the network is trained.
    package private(set) var workspace: Workspace
    /// The average of the weights, from `beginAveraging` to the next edit; otherwise `nil`.
    private var average: WeightAverage?
    /// Root mean square of each input over all rows.
    private let inputScales: [Float]
    private var batches: BatchOrder
    /// The size of the network.
    package private(set) var size: LiveSize
    private var earlierMultiplyAdds = 0
    private var earlierStructuralWork = 0

    /// Prepares the training rows for a network, and allocates memory for it.
    ///
    /// - Parameters:
    ///   - network: the network to train; it has one input for each feature of the rows.
    ///   - rows: the training rows, at least one.
    ///   - task: determines the batches, disturbances, weights, optimiser and seed.
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
        // If rows are drawn so that classes are equally frequent, class weights are not used.
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

    /// The part of them that went into finding new connections and nodes.
    package var structuralWork: Int { earlierStructuralWork + workspace.scoringMultiplyAdds }

    /// Number of passes over the training rows that have begun.
    package var epochs: Int { batches.epoch }

    /// Number of batches in an epoch.
    package var batchesPerEpoch: Int { batches.batchesPerEpoch }

    /// Number of outputs of the network.
    package var outputCount: Int { network.outputCount }

    /// Number of connections of the network, including dead ones.
    package var connectionCount: Int { network.connectionCount }

    /// The network with its trained weights.
    package var current: SparseNetwork {
        var learnt = network
        workspace.store(into: &learnt)
        return learnt
    }

    /// Trains on the next batch.
    package mutating func step(learningRate: Double) {
        workspace.computeGradients(batches.nextBatch(), of: table, disturbance: disturbance)
        if let factor = clipping?.factor(forNorm: workspace.gradientNorm()) {
            workspace.scaleGradients(by: factor)
        }
        workspace.step(rule, learningRate: learningRate)
        average?.note()
        steps += 1
    }

    /// Starts averaging weights, biases and slopes over a share of the following steps.
    ///
    /// - Parameter share: 0 for no averaging.
    package mutating func beginAveraging(share: Double) {
        average = share > 0 ? WeightAverage(of: workspace, share: share) : nil
    }

    /// Does some work while the workspace holds the averages, if there are any.
    package func withAverages<Result>(_ work: (Workspace) -> Result) -> Result {
        guard let average else { return work(workspace) }
        return average.withMeans { work(workspace) }
    }

    /// Continues from the averages, if there are any, and stops averaging.
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

    /// Scores all absent connections, on the rows of the next batches with the largest errors.
    package mutating func scoreNextBatches() -> GrowthScores {
        workspace.growthScores(
            onHardest: blockRows, of: batches.nextBatches(schedule.rewiringBatches), of: table,
            inputScales: inputScales)
    }

    /// Scores all absent connections, on some rows.
    package func scores(on sample: RowSelection) -> GrowthScores {
        workspace.growthScores(sample, of: table, inputScales: inputScales)
    }

    /// Continues with another network; `work` is the work of finding it outside the workspace.
    package mutating func replace(with other: SparseNetwork, work: Int = 0) {
        earlierMultiplyAdds = multiplyAdds + work
        earlierStructuralWork = structuralWork + work
        network = other
        workspace = Workspace(for: network, instructionSet: instructionSet, rows: blockRows)
        workspace.classWeights = classWeights
        average = nil
        size = network.liveSize
    }

    /// Returns to an earlier state and drops all later results, except for the order of rows.
    package mutating func rewind(to state: State) {
        replace(with: state.network)
        earlierMultiplyAdds = state.multiplyAdds
        earlierStructuralWork = state.structuralWork
    }
}
