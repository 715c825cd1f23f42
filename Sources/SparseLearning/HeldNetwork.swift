package import SparseNetworks

/// A network that has confirmed the target.
package struct HeldNetwork {
    /// The network, with the weights that it had learnt.
    package let network: SparseNetwork
    /// How large it is.
    package let size: LiveSize

    /// Takes what a learner holds now.
    package init(_ learner: Learner) {
        network = learner.current
        size = learner.size
    }
}
