internal import SparseLearning

/// A state at which a training may have to end, in hindsight.
///
/// With milestones it does not matter when a cap became known: the report is the same as with that
/// cap from the start.
struct Milestone {
    /// The number that is compared with a cap: a smaller cap ends the training here.
    let passed: Int
    /// The state of the learner at that point.
    let state: Learner.State
    /// Number of checks up to that point.
    let curveCount: Int
}
