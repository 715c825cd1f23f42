internal import SparseNetworks
internal import Trials

/// One stage of thinning: down to a count of connections, then tuned with those that are left.
struct ThinningStage {
    private let schedule: GrowthSchedule
    private let start: Int
    /// The count of connections that it thins down to.
    let goal: Int
    private var step = 0
    /// Whether the connections stay.
    private(set) var isTuning = false
    /// Checks in a row at the target while tuning.
    private var hits = 0

    init(_ schedule: GrowthSchedule, from start: Int, to goal: Int) {
        self.schedule = schedule
        self.start = start
        self.goal = goal
    }

    /// How a stage ends.
    enum Ending {
        /// The target was confirmed.
        case held
        /// It was not, in all steps that were allotted.
        case failed
    }

    /// Trains until the next check is due: after some steps, or where thinning turns into tuning.
    mutating func train(_ learner: inout Learner, steps: Int, rewiring: inout Rewiring) {
        let length = isTuning ? schedule.tuningSteps : schedule.thinningSteps
        for _ in 0..<(step < length ? min(steps, length - step) : steps) {
            learner.step(learningRate: learningRate)
            step += 1
            if !isTuning, step % schedule.rewiringInterval == 0 || step == length {
                rewiring.rewire(&learner, to: count, replacing: replaced)
            }
        }
        if !isTuning, step >= length { beginTuning(&learner) }
    }

    private mutating func beginTuning(_ learner: inout Learner) {
        var network = learner.current
        network.removeDeadNodes()
        learner.replace(with: network)
        learner.beginAveraging(share: schedule.averagingShare)
        isTuning = true
        step = 0
    }

    /// Notes a check; a last one that is at the target gets another to confirm it.
    mutating func note(_ check: Check) -> Ending? {
        guard check.isFinite else { return .failed }
        guard isTuning, step > 0 else { return nil }
        hits = check.isAtTarget ? hits + 1 : 0
        let isOver = step >= schedule.tuningSteps
        if hits >= 2, isOver || schedule.tuningEnd == .target { return .held }
        return hits == 0 && isOver ? .failed : nil
    }

    /// What has passed of thinning or tuning (0…1).
    private var progress: Double {
        min(1, Double(step) / Double(isTuning ? schedule.tuningSteps : schedule.thinningSteps))
    }

    /// Falls from 1 to 0, like half a cosine (Loshchilov and Hutter 2017) to within 0.01.
    ///
    /// This cubic has the cosine's ends and slopes, and the same bits everywhere.
    private var cosine: Double { 1 - progress * progress * (3 - 2 * progress) }

    /// Falls to a half while thinning, and to a fortieth while tuning.
    private var learningRate: Double {
        let first =
            schedule.learningRate * schedule.thinningLearningRate
            * (isTuning ? 1 : schedule.warmUp(atStep: step))
        return isTuning ? first * (0.025 + 0.475 * cosine) : first * (0.5 + 0.5 * cosine)
    }

    /// Cubic (Zhu and Gupta 2018).
    private var count: Int {
        let rest = 1 - progress
        return goal + Int((Double(start - goal) * rest * rest * rest).rounded())
    }

    /// Annealed to none (Dettmers and Zettlemoyer 2019).
    private var replaced: Double { schedule.dropFraction * cosine }
}
