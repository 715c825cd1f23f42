internal import SparseLearning

/// A state in which a training may have to end, looking back.
///
/// So it does not matter when a cap became known: the report is the one of a task that had it from
/// the start.
struct Milestone {
    /// What a cap is compared with: it ends the training here if it is smaller.
    let passed: Int
    /// What was learnt by then.
    let state: Learner.State
    /// The checks by then.
    let curveCount: Int
}
