internal import Datasets
internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// A training in progress, with its learner and counts.
///
/// The network grows until the target is confirmed. If the schedule has thinning, it then grows by
/// the overshoot, and is thinned to a chain of smaller counts until no smaller network holds the
/// target. The schedule may have several rounds of both.
struct TrainingRun {
    private let task: TrainingTask
    private let validation: EvaluationRows
    private let test: EvaluationRows
    private let stepsPerCheck: Int

    private var learner: Learner
    private var rounds: TrainingRounds
    private var check: Check?
    private var curve: [GrowthPoint] = []
    /// The states in which the network became larger, or thinning failed at a larger count; a later
    /// cap may end the training at one of them.
    private var milestones: [Milestone] = []

    init(_ task: TrainingTask, _ dataset: PreparedDataset, _ instructionSet: InstructionSet) {
        self.task = task
        validation = EvaluationRows(dataset.validation, metric: task.target.metric)
        test = EvaluationRows(dataset.test, metric: task.target.metric)
        let start = SparseNetwork(
            initialFor: task.schedule, rows: dataset.training, seed: task.seed)
        learner = Learner(start, on: dataset.training, as: task, instructionSet: instructionSet)
        rounds = TrainingRounds(task, on: dataset.training, instructionSet: instructionSet)
        stepsPerCheck = max(learner.batchesPerEpoch, task.split.sharesRows ? 40 : 20)
        noteMilestone()
    }

    private var wantsThinning: Bool { task.schedule.thinning != .none }

    /// The smallest network that has confirmed the target.
    private var held: HeldNetwork? { rounds.held }

    /// Trains until the next check is due, then checks.
    mutating func advance() -> GrowthPoint {
        let phase = rounds.phase
        rounds.train(&learner, steps: stepsPerCheck)
        let check = judged()
        self.check = check
        if phase == .grow { rounds.note(check, learner) }
        let point = point(check, phase)
        curve.append(point)
        noteMilestone()
        return point
    }

    private func judged() -> Check {
        learner.withAverages { workspace in
            let (loss, score) = validation.judge(workspace)
            return Check(
                loss: loss,
                score: score,
                isFinite: loss.isFinite && workspace.isFinite,
                isAtTarget: task.target.isReached(by: score)
            )
        }
    }

    private func point(_ check: Check, _ phase: TrainingPhase) -> GrowthPoint {
        GrowthPoint(
            check: curve.count + 1,
            epoch: learner.epochs,
            connections: learner.size.connections,
            hiddenNodes: learner.size.hiddenNodes,
            validation: check.score,
            multiplyAdds: learner.multiplyAdds,
            phase: phase
        )
    }

    /// The outcome after the last check; `nil` if the training continues.
    ///
    /// If a limit is reached after the target was confirmed, the smallest network so far is the
    /// result.
    var verdict: TrainingOutcome? {
        guard let last = curve.last, let check else { return nil }
        let limit = limitOutcome(at: last)
        if held != nil { return !wantsThinning || limit != nil ? .reached : nil }
        return check.isFinite || rounds.phase != .grow
            ? limit : .failed(reason: .diverged(check: last.check))
    }

    private func limitOutcome(at last: GrowthPoint) -> TrainingOutcome? {
        if last.multiplyAdds >= task.limits.multiplyAdds {
            return .failed(reason: .exhausted(multiplyAdds: last.multiplyAdds))
        }
        if last.check >= task.limits.checks || last.epoch >= task.schedule.maximumEpochs {
            return .failed(reason: .targetMissed(checks: last.check))
        }
        return nil
    }

    /// Tells whether a cap was passed: without thinning by the live connections, with thinning by
    /// two thirds of a count of the chain that did not hold the target.
    func isBeyond(cap: Int) -> Bool { milestones.last.map { $0.passed > cap } ?? false }

    /// Acts on the last check: grows, thins, or begins the next round.
    ///
    /// - Returns: the outcome if the training has ended, otherwise `nil`.
    mutating func adapt() -> TrainingOutcome? {
        guard let check else { return nil }
        if !rounds.hasDiverged(check) {
            let goesOn = rounds.adapt(to: check, &learner)
            noteMilestone()
            if goesOn { return nil }
        }
        if rounds.beginNext(&learner) {
            noteMilestone()
            return nil
        }
        return held == nil ? fullyGrown : .reached
    }

    private var fullyGrown: TrainingOutcome {
        .failed(reason: .fullyGrown(connections: curve.map(\.connections).max() ?? 0))
    }

    private mutating func noteMilestone() {
        // Only the first state above a cap counts, so later states that are not larger are skipped.
        guard let passed, passed > milestones.last?.passed ?? -1 else { return }
        milestones.append(Milestone(passed: passed, state: learner.state, curveCount: curve.count))
    }

    /// The number that is compared with a cap now.
    ///
    /// With thinning, the size during growth says nothing about the cost; `ThinningPassage` says
    /// what does.
    private var passed: Int? { wantsThinning ? rounds.passed : learner.size.connections }

    /// Ends the training and measures the result.
    consuming func finished(_ outcome: TrainingOutcome) -> TrainedNetwork {
        var epochs = learner.epochs
        if case .censored(let cap) = outcome {
            if let milestone = milestones.first(where: { $0.passed > cap }) {
                curve.removeLast(curve.count - milestone.curveCount)
                epochs = milestone.state.epochs
                learner.rewind(to: milestone.state)
            }
        } else if let held {
            learner.replace(with: held.network)
        }
        learner.settleAverages()
        let validationScore = validation.judge(learner.workspace).score
        let testScore = test.judge(learner.workspace).score
        let size = learner.size
        var network = learner.current
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
            multiplyAdds: learner.multiplyAdds,
            curve: curve,
            fingerprint: Fingerprint(of: network, curve)
        )
        return TrainedNetwork(
            report: report, network: network, structuralWork: learner.structuralWork)
    }
}

extension Fingerprint {
    /// Hashes a network and the curve that led to it.
    fileprivate init(of network: SparseNetwork, _ curve: [GrowthPoint]) {
        var hash = StructureHash()
        hash.add(network.fingerprint)
        for point in curve {
            hash.add(UInt64(point.connections))
            hash.add(point.validation)
        }
        self.init(hash: hash.value)
    }
}
