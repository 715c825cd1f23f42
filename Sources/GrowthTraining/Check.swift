internal import SparseNetworks

/// What a check of the validation rows found.
struct Check {
    /// Mean loss on the validation rows.
    let loss: Double
    /// Score in the target's metric.
    let score: Double
    /// Whether the loss and all weights are numbers.
    let isFinite: Bool
    /// Whether the score is at or beyond the target.
    let isAtTarget: Bool
}

/// A network that has confirmed the target.
struct HeldNetwork {
    let network: SparseNetwork
    let size: LiveSize

    init(_ learner: Learner) {
        network = learner.current
        size = learner.size
    }
}
