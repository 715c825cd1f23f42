internal import SparseLearning
internal import SparseNetworks
internal import Trials

/// One stage of thinning: removes connections down to a count, then tunes the rest.
struct ThinningStage {
    private let schedule: GrowthSchedule
    private let start: Int
    /// The number of connections after thinning.
    let goal: Int
    private var step = 0
    /// Whether the connections stay the same.
    private(set) var isTuning = false
    /// Confirmation of the target during tuning.
    private var confirmation = TargetConfirmation()

    init(_ schedule: GrowthSchedule, from start: Int, to goal: Int) {
        self.schedule = schedule
        self.start = start
        self.goal = goal
    }

    /// The result of a stage.
    enum Ending {
        /// The target was confirmed.
        case held
        /// The target was not confirmed in the given steps.
        case failed
    }

    /// Trains until the next check is due: after some steps, or when thinning changes to tuning.
    mutating func train(_ learner: inout Learner, steps: Int, rewiring: inout Rewiring) {
        let length = isTuning ? schedule.tuningSteps : schedule.thinningSteps
        for _ in 0..<(step < length ? min(steps, length - step) : steps) {
            learner.step(learningRate: learningRate)
            step += 1
            if !isTuning, step % schedule.rewiringInterval == 0 || step == length {
                // The share of replaced connections is annealed to 0 (Dettmers and Zettlemoyer
                // 2019).
                rewiring.rewire(
                    &learner, to: course.count(from: start, to: goal),
                    replacing: schedule.dropFraction * course.cosine)
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

    /// Handles a check; if the last one is at the target, one more check may confirm it.
    mutating func note(_ check: Check) -> Ending? {
        guard check.isFinite else { return .failed }
        guard isTuning, step > 0 else { return nil }
        confirmation.note(check)
        let isOver = step >= schedule.tuningSteps
        if confirmation.isConfirmed, isOver || schedule.tuningEnd == .target { return .held }
        return isOver && !confirmation.isAtTarget ? .failed : nil
    }

    private var course: StageCourse {
        StageCourse(step: step, of: isTuning ? schedule.tuningSteps : schedule.thinningSteps)
    }

    private var learningRate: Double {
        let first = schedule.learningRate * schedule.thinningLearningRate
        return isTuning
            ? first * course.tuningRate
            : first * schedule.warmUp(atStep: step) * course.thinningRate
    }
}
