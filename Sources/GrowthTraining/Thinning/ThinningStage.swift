internal import SparseLearning
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
    /// Of checks while tuning.
    private var confirmation = TargetConfirmation()

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
                // Replacing is annealed to none (Dettmers and Zettlemoyer 2019).
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

    /// Notes a check; a last one that is at the target gets another to confirm it.
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
