package import SparseNetworks

extension Learner {
    /// A state to which a learner can return.
    package struct State {
        /// The network with its trained weights.
        package let network: SparseNetwork
        /// Its size.
        package let size: LiveSize
        /// Multiply–adds of training, evaluation and scoring.
        package let multiplyAdds: Int
        /// The part of them that went into finding new connections and nodes.
        package let structuralWork: Int
        /// Number of passes over the training rows that had begun.
        package let epochs: Int
    }

    /// The current state.
    package var state: State {
        State(
            network: current, size: size, multiplyAdds: multiplyAdds,
            structuralWork: structuralWork, epochs: epochs)
    }
}
