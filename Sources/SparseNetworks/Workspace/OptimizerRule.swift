/// The rule that changes the weights, with its constants.
public struct OptimizerRule: Hashable, Sendable {
    /// The kind of rule.
    public enum Kind: Hashable, Sendable {
        /// Adam with decoupled weight decay (Loshchilov, Hutter 2019); β₂ = 0.999, ε = 10⁻⁸.
        case adam
        /// Stochastic gradient descent with Nesterov's momentum.
        case nesterov
    }

    /// Share of the second moment that each step keeps; β₂ of Adam (Kingma, Ba 2015).
    static let secondDecay = 0.999
    /// The share of the learning rate for slopes: one slope affects all sums of a node.
    static let slopeShare = 0.3

    /// The kind of rule.
    public let kind: Kind
    /// Share of the last step that is kept; β₁ of Adam, in 0..<1.
    public let momentum: Double
    /// Shrinkage of weights (not of biases and slopes) per step, as a multiple of the learning
    /// rate.
    public let weightDecay: Double
    /// Factor of Σ|w| in the loss, over weights but not biases and slopes; the step goes against
    /// the subgradient lasso·sign(w), which Adam does not rescale.
    public let lasso: Double

    /// Sets the constants of a rule.
    public init(_ kind: Kind, momentum: Double, weightDecay: Double = 0, lasso: Double = 0) {
        self.kind = kind
        self.momentum = momentum
        self.weightDecay = weightDecay
        self.lasso = lasso
    }
}
