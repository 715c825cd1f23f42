internal import SparseNetworks

/// A state in which a training may have to end, looking back.
///
/// So it does not matter when a cap became known: the report is the one of a task that had it from
/// the start.
struct Milestone {
    /// What a cap is compared with: it ends the training here if it is smaller.
    let passed: Int
    let network: SparseNetwork
    let size: LiveSize
    let curveCount: Int
    let multiplyAdds: Int
    let structuralWork: Int
    let epochs: Int

    init(_ learner: Learner, passed: Int, curveCount: Int) {
        self.passed = passed
        network = learner.current
        size = learner.size
        self.curveCount = curveCount
        multiplyAdds = learner.multiplyAdds
        structuralWork = learner.structuralWork
        epochs = learner.epochs
    }
}
