package import SparseNetworks

extension Learner {
    /// A state that a learner can go back to.
    package struct State {
        /// The network, with the weights that it had learnt.
        package let network: SparseNetwork
        /// How large it is.
        package let size: LiveSize
        /// Multiply–adds of training, evaluation and scoring.
        package let multiplyAdds: Int
        /// What of them went into finding new connections and nodes.
        package let structuralWork: Int
        /// Passes over the training rows that had begun.
        package let epochs: Int
    }

    /// What the learner has learnt and counted so far.
    package var state: State {
        State(
            network: current, size: size, multiplyAdds: multiplyAdds,
            structuralWork: structuralWork, epochs: epochs)
    }
}
