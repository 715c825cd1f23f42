internal import Datasets
internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// The rounds of a training, one after another; the smallest network that one of them held counts.
///
/// A round starts from the smallest network so far. If no round has held the target yet, the next
/// one starts anew from another seed, unless the schedule gives up.
struct TrainingRounds {
    private let task: TrainingTask
    private let rows: Samples
    private let instructionSet: InstructionSet
    private let most: Int

    private var number = 1
    private var round: TrainingRound
    /// The smallest network of earlier rounds; `nil` if they held none.
    private var earlier: HeldNetwork?
    /// Connections to which the latest round grew that was thinned.
    private var peak = 0
    /// Number of ended rounds that were thinned.
    private var thinned = 0

    /// Starts with the first round.
    init(_ task: TrainingTask, on rows: Samples, instructionSet: InstructionSet) {
        self.task = task
        self.rows = rows
        self.instructionSet = instructionSet
        most = task.schedule.mostRounds
        round = TrainingRound(task, instructionSet: instructionSet)
    }

    /// The smallest network that has confirmed the target; if equal, that of the earlier round.
    var held: HeldNetwork? {
        guard let earlier else { return round.held }
        guard let latest = round.held, latest.size.connections < earlier.size.connections else {
            return earlier
        }
        return latest
    }

    /// The current part of the training.
    var phase: TrainingPhase { round.phase }

    /// The number that is compared with a cap now; `nil` if there is none yet.
    var passed: Int? { [passedInRound, passedByRounds].compactMap(\.self).max() }

    /// What a failure says; later rounds may be much better, so the first half says nothing.
    private var passedInRound: Int? {
        guard task.schedule.comparesRound(number) else { return nil }
        return round.failedCount.map {
            ThinningPassage.passed(failing: $0, after: earlier?.size.connections)
        }
    }

    /// What the ended rounds say.
    private var passedByRounds: Int? {
        guard task.schedule.comparesEnds, thinned > 0, let earlier else { return nil }
        return ThinningPassage.passed(holding: earlier.size.connections, afterRounds: thinned)
    }

    /// Whether a check tells that growth has diverged, in a round without which there is a result.
    func hasDiverged(_ check: Check) -> Bool {
        earlier != nil && round.phase == .grow && !check.isFinite
    }

    /// Trains for some steps, or until thinning changes to tuning.
    mutating func train(_ learner: inout Learner, steps: Int) {
        round.train(&learner, steps: steps)
    }

    /// Records the check of a growing network.
    mutating func note(_ check: Check, _ learner: Learner) {
        round.note(check, learner)
    }

    /// Acts on the last check.
    ///
    /// - Returns: whether the round continues.
    mutating func adapt(to check: Check, _ learner: inout Learner) -> Bool {
        round.adapt(to: check, &learner)
    }

    /// Begins the next round.
    ///
    /// - Returns: whether there is one.
    mutating func beginNext(_ learner: inout Learner) -> Bool {
        guard number < most else { return false }
        if round.peak > 0 { thinned += 1 }
        if let held {
            guard held.size.connections > task.schedule.thinningGoal else { return false }
            number += 1
            if round.peak > 0 { peak = round.peak }
            let next = LaterRound(task, number: number, from: held, peak: peak)
            earlier = held
            next.begin(&learner)
            round = TrainingRound(next.task, instructionSet: instructionSet)
            return true
        }
        guard task.schedule.startsAnew else { return false }
        number += 1
        beginAnew(&learner)
        return true
    }

    private mutating func beginAnew(_ learner: inout Learner) {
        let fresh = task.round(number, connections: task.limits.connections)
        learner.rule = OptimizerRule(fresh.schedule, weightDecay: fresh.schedule.weightDecay)
        learner.replace(
            with: SparseNetwork(initialFor: fresh.schedule, rows: rows, seed: fresh.seed))
        round = TrainingRound(fresh, instructionSet: instructionSet)
    }
}

extension GrowthSchedule {
    /// Whether a round that held nothing is followed by one with another seed.
    fileprivate var startsAnew: Bool { growthReturn == .thin || growthReturn == .restart }
}
