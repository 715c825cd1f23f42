internal import Datasets
internal import SparseNetworks
internal import Trials

/// A training in progress: what has been learnt and counted so far.
///
/// It grows until the target is confirmed; then, if the schedule wants thinning, it grows on by the
/// overshoot, and is thinned down a chain of counts until no smaller network holds the target. A
/// network that may not grow any more is thinned too: with the smaller steps of thinning it may
/// reach what it did not reach with those of growth.
struct TrainingRun {
    private let task: TrainingTask
    private let validation: Evaluation
    private let test: Evaluation
    private let stepsPerCheck: Int

    private var learner: Learner
    private var growth: GrowthPhase
    private var advice = GrowthPhase.Advice.train
    private var thinning: ThinningPhase?
    /// The network with which growth has confirmed the target.
    private var grown: HeldNetwork?
    /// The smallest network that has confirmed the target.
    private var held: HeldNetwork? { thinning?.held ?? grown }
    private var check: Check?
    private var curve: [GrowthPoint] = []
    /// The states in which the network became larger, which a cap that comes later may refer to.
    private var milestones: [Milestone] = []

    init(_ task: TrainingTask, _ dataset: PreparedDataset, _ instructionSet: InstructionSet) {
        self.task = task
        validation = Evaluation(dataset.validation, metric: task.target.metric)
        test = Evaluation(dataset.test, metric: task.target.metric)
        learner = Learner(task, dataset, instructionSet)
        growth = GrowthPhase(task, instructionSet: instructionSet)
        stepsPerCheck = max(learner.batchesPerEpoch, task.split.sharesRows ? 40 : 20)
        noteMilestone()
    }

    private var wantsThinning: Bool { task.schedule.thinning != .none }

    /// Trains until the next check is due, and checks.
    mutating func advance() -> GrowthPoint {
        let phase = thinning?.name ?? .grow
        if phase == .grow {
            growth.train(&learner, steps: stepsPerCheck)
        } else {
            thinning?.train(&learner, steps: stepsPerCheck)
        }
        let check = judged()
        self.check = check
        if phase == .grow {
            advice = growth.note(check, connections: learner.size.connections)
            if advice == .targetConfirmed { grown = HeldNetwork(learner) }
        }
        let point = point(check, phase)
        curve.append(point)
        // Rewiring may bring dead connections to life.
        if let last = milestones.last, learner.size.connections > last.size.connections {
            noteMilestone()
        }
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

    /// How the training ends with the last check, if it does.
    ///
    /// A limit that passes after the target was confirmed leaves the smallest network so far.
    var verdict: TrainingOutcome? {
        guard let last = curve.last, let check else { return nil }
        let limit = limitOutcome(at: last)
        if held != nil { return !wantsThinning || limit != nil ? .reached : nil }
        return check.isFinite || thinning != nil
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

    /// Tells whether the live connections passed a cap.
    ///
    /// With thinning, the size while growing says nothing about the cost, so no cap ends it.
    func isBeyond(cap: Int) -> Bool { !wantsThinning && learner.size.connections > cap }

    /// Does what the last check calls for: grows, or goes on to thinning or its next stage.
    ///
    /// - Returns: how the training ends, where there is nothing left to do.
    mutating func adapt() -> TrainingOutcome? {
        guard let check else { return nil }
        if thinning != nil {
            guard thinning?.note(check, &learner) == false else { return nil }
            return held == nil ? fullyGrown : .reached
        }
        switch advice {
        case .train: return nil
        case .grow: return grow()
        case .overshootDone: return beginThinning()
        case .targetConfirmed:
            return growth.overshoot(from: learner.size.connections) ? grow() : beginThinning()
        }
    }

    private mutating func grow() -> TrainingOutcome? {
        guard growth.grow(&learner) else { return wantsThinning ? beginThinning() : fullyGrown }
        noteMilestone()
        return nil
    }

    private mutating func beginThinning() -> TrainingOutcome? {
        if let grown, grown.size.connections <= task.schedule.thinningGoal { return .reached }
        thinning = ThinningPhase(task, held: grown, from: &learner)
        return nil
    }

    private var fullyGrown: TrainingOutcome {
        .failed(reason: .fullyGrown(connections: curve.map(\.connections).max() ?? 0))
    }

    private mutating func noteMilestone() {
        guard !wantsThinning else { return }
        milestones.append(Milestone(learner, curveCount: curve.count))
    }

    /// Ends the training, and measures what it came to.
    consuming func finished(_ outcome: TrainingOutcome) -> TrainedNetwork {
        var epochs = learner.epochs
        if case .censored(let cap) = outcome {
            if let state = milestones.first(where: { $0.size.connections > cap }) {
                curve.removeLast(curve.count - state.curveCount)
                epochs = state.epochs
                learner.rewind(to: state)
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
        return TrainedNetwork(report: report, network: network)
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
