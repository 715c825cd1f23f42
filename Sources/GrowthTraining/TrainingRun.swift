internal import Datasets
internal import Randomness
internal import SparseNetworks
internal import Trials

/// A training in progress: what has been learnt and counted so far.
struct TrainingRun {
    private let task: TrainingTask
    private let instructionSet: InstructionSet
    private let rule: OptimizerRule
    private let training: RowTable
    private let validation: Evaluation
    private let test: Evaluation
    private let stepsPerCheck: Int

    private(set) var network: SparseNetwork
    private var workspace: Workspace
    private var batches: BatchOrder
    private var trigger: GrowthTrigger
    private var growth: NetworkGrowth
    private var size: LiveSize
    private var epochs = 0
    private var earlierMultiplyAdds = 0
    private var curve: [GrowthPoint] = []
    private var isFinite = true
    /// The states right after each growth, which a cap that comes later may refer to.
    private var milestones: [Milestone] = []

    /// A state in which a training may have to end, looking back.
    private struct Milestone {
        let network: SparseNetwork
        let size: LiveSize
        let curveCount: Int
        let multiplyAdds: Int
        let epochs: Int
    }

    init(_ task: TrainingTask, _ dataset: PreparedDataset, _ instructionSet: InstructionSet) {
        self.task = task
        self.instructionSet = instructionSet
        rule = OptimizerRule(task.schedule)
        training = RowTable(dataset.training)
        validation = Evaluation(dataset.validation, metric: task.target.metric)
        test = Evaluation(dataset.test, metric: task.target.metric)
        network = SparseNetwork(
            initialFor: task.schedule,
            rows: dataset.training,
            seed: task.seed
        )
        batches = BatchOrder(
            rowCount: training.rowCount,
            batchSize: task.schedule.batchSize,
            seed: task.seed
        )
        trigger = GrowthTrigger(task.schedule)
        growth = NetworkGrowth(task, instructionSet: instructionSet)
        stepsPerCheck = max(batches.batchesPerEpoch, task.split.sharesRows ? 40 : 20)
        size = network.liveSize
        workspace = Self.workspace(for: network, task, training, instructionSet)
        noteMilestone()
    }

    private static func workspace(
        for network: SparseNetwork,
        _ task: TrainingTask,
        _ training: RowTable,
        _ instructionSet: InstructionSet
    ) -> Workspace {
        Workspace(
            for: network,
            instructionSet: instructionSet,
            rows: min(task.schedule.batchSize, training.rowCount)
        )
    }

    private var multiplyAdds: Int { earlierMultiplyAdds + workspace.multiplyAdds }

    /// Trains until the next check is due, and checks.
    mutating func advance() -> GrowthPoint {
        for _ in 0..<stepsPerCheck {
            workspace.computeGradients(batches.nextBatch(), of: training)
            workspace.step(rule, learningRate: trigger.learningRate)
        }
        epochs = batches.epoch
        let (loss, score) = validation.judge(workspace)
        isFinite = loss.isFinite && workspace.isFinite
        trigger.note(loss: loss)
        let point = GrowthPoint(
            check: curve.count + 1,
            epoch: epochs,
            connections: size.connections,
            hiddenNodes: size.hiddenNodes,
            validation: score,
            multiplyAdds: multiplyAdds
        )
        curve.append(point)
        return point
    }

    /// How the training ends with the last check, if it does.
    var verdict: TrainingOutcome? {
        guard let last = curve.last else { return nil }
        if !isFinite { return .failed(reason: .diverged(check: last.check)) }
        if curve.count >= 2,
            curve.suffix(2).allSatisfy({
                task.target.isReached(by: $0.validation)
            })
        {
            return .reached
        }
        if last.multiplyAdds >= task.limits.multiplyAdds {
            return .failed(reason: .exhausted(multiplyAdds: last.multiplyAdds))
        }
        if last.check >= task.limits.checks || last.epoch >= task.schedule.maximumEpochs {
            return .failed(reason: .targetMissed(checks: last.check))
        }
        return nil
    }

    /// Tells whether the live connections passed a cap.
    func isBeyond(cap: Int) -> Bool { size.connections > cap }

    /// Grows the network if it has stopped improving.
    ///
    /// - Returns: how the training ends, where there was no room to grow.
    mutating func growIfPlateaued() -> TrainingOutcome? {
        guard trigger.isPlateaued else { return nil }
        workspace.store(into: &network)
        guard let work = growth.grow(&network, in: workspace, on: training) else {
            return .failed(reason: .fullyGrown(connections: size.connections))
        }
        earlierMultiplyAdds = multiplyAdds + work
        workspace = Self.workspace(for: network, task, training, instructionSet)
        size = network.liveSize
        trigger.restart()
        noteMilestone()
        return nil
    }

    private mutating func noteMilestone() {
        milestones.append(
            Milestone(
                network: network,
                size: size,
                curveCount: curve.count,
                multiplyAdds: multiplyAdds,
                epochs: epochs
            )
        )
    }

    /// Ends the training, and measures what it came to.
    consuming func finished(_ outcome: TrainingOutcome) -> TrainedNetwork {
        if case .censored(let cap) = outcome {
            rewind(toCap: cap)
        } else {
            workspace.store(into: &network)
        }
        let validationScore = validation.judge(workspace).score
        let testScore = test.judge(workspace).score
        let counted = multiplyAdds
        network.removeDeadNodes()
        let report = TrainingReport(
            outcome: outcome,
            connections: size.connections,
            hiddenNodes: size.hiddenNodes,
            inputsUsed: size.inputs,
            biases: size.biases,
            validation: validationScore,
            test: testScore,
            epochs: epochs,
            multiplyAdds: counted,
            curve: curve,
            fingerprint: fingerprint
        )
        return TrainedNetwork(report: report, network: network)
    }

    /// Goes back to the first state that is beyond a cap, so that it does not matter when the cap
    /// became known: the report is the one of a task that had it from the start.
    private mutating func rewind(toCap cap: Int) {
        guard let milestone = milestones.first(where: { $0.size.connections > cap }) else { return }
        network = milestone.network
        size = milestone.size
        curve.removeLast(curve.count - milestone.curveCount)
        workspace = Self.workspace(for: network, task, training, instructionSet)
        earlierMultiplyAdds = milestone.multiplyAdds
        epochs = milestone.epochs
    }

    private var fingerprint: Fingerprint {
        var hash = StructureHash()
        hash.add(network.fingerprint)
        for point in curve {
            hash.add(UInt64(point.connections))
            hash.add(point.validation)
        }
        return Fingerprint(hash: hash.value)
    }
}
