internal import CSparseKernels

/// The rule that changes the weights, with its constants.
public struct OptimizerRule: Hashable, Sendable {
    /// The kind of rule.
    public enum Kind: Hashable, Sendable {
        /// Adam with decoupled weight decay (Loshchilov, Hutter 2019); β₂ = 0.999, ε = 10⁻⁸.
        case adam
        /// Stochastic gradient descent with Nesterov's momentum.
        case nesterov
    }

    /// The kind of rule.
    public let kind: Kind
    /// Share of the last step that is kept; Adam's β₁ (0..<1).
    public let momentum: Double
    /// Shrinkage of weights, not of biases, at each step, times the learning rate.
    public let weightDecay: Double
    /// Pull of weights, not of biases, towards 0 at each step, times the learning rate.
    public let lasso: Double

    /// Fixes the constants of a rule.
    public init(_ kind: Kind, momentum: Double, weightDecay: Double = 0, lasso: Double = 0) {
        self.lasso = lasso
        self.kind = kind
        self.momentum = momentum
        self.weightDecay = weightDecay
    }
}

extension Workspace {
    private static let secondDecay = 0.999

    /// Changes all weights and biases by one step against the gradient.
    ///
    /// - Complexity: O(parameters); allocates nothing.
    public func step(_ rule: OptimizerRule, learningRate: Double) {
        firstPower *= rule.momentum
        secondPower *= Self.secondDecay
        var step = sparse_step(
            rate: Float(learningRate),
            momentum: Float(rule.momentum),
            second_decay: Float(Self.secondDecay),
            first_correction: Float(1 / (1 - firstPower)),
            second_correction: Float(1 / (1 - secondPower)),
            weight_decay: Float(rule.weightDecay),
            lasso: Float(rule.lasso)
        )
        apply(&step, rule.kind, from: 0, count: biasOffset)
        step.weight_decay = 0
        step.lasso = 0
        apply(&step, rule.kind, from: biasOffset, count: parameters.count - biasOffset)
    }

    /// Shortens the gradient to a norm, where it is longer.
    ///
    /// - Returns: the norm that it had.
    /// - Complexity: O(parameters).
    public func clipGradient(toNorm most: Double) -> Double {
        let norm = unsafe kernels.pointee.square_sum(gradients.pointer, Int64(gradients.count))
            .squareRoot()
        guard norm > most, norm.isFinite else { return norm }
        let share = Float(most / norm)
        for position in 0..<gradients.count { gradients[position] *= share }
        return norm
    }

    private func apply(
        _ step: inout sparse_step,
        _ kind: OptimizerRule.Kind,
        from offset: Int,
        count: Int
    ) {
        switch kind {
        case .adam:
            unsafe kernels.pointee.adam(
                &step,
                parameters.pointer + offset,
                gradients.pointer + offset,
                firstMoments.pointer + offset,
                secondMoments.pointer + offset,
                Int64(count)
            )
        case .nesterov:
            unsafe kernels.pointee.nesterov(
                &step,
                parameters.pointer + offset,
                gradients.pointer + offset,
                firstMoments.pointer + offset,
                Int64(count)
            )
        }
    }
}
