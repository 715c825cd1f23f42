internal import SparseNetworks

/// A state in which a training may have to end, looking back.
///
/// So it does not matter when a cap became known: the report is the one of a task that had it from
/// the start.
struct Milestone {
    let network: SparseNetwork
    let size: LiveSize
    let curveCount: Int
    let multiplyAdds: Int
    let epochs: Int

    init(_ learner: Learner, curveCount: Int) {
        network = learner.current
        size = learner.size
        self.curveCount = curveCount
        multiplyAdds = learner.multiplyAdds
        epochs = learner.epochs
    }
}
