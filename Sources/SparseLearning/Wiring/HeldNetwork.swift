package import SparseNetworks

/// A network that has confirmed the target.
package struct HeldNetwork {
    /// The network with its trained weights.
    package let network: SparseNetwork
    /// Its size.
    package let size: LiveSize

    /// Copies the network of a learner.
    package init(_ learner: Learner) {
        network = learner.current
        size = learner.size
    }
}
