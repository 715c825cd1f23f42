internal import CSparseKernels

extension Workspace {
    /// Changes all weights, biases and slopes by one step against the gradient.
    ///
    /// - Complexity: O(parameters); allocates nothing.
    public func step(_ rule: OptimizerRule, learningRate: Double) {
        firstPower *= rule.momentum
        secondPower *= OptimizerRule.secondDecay
        var step = sparse_step(
            rate: Float(learningRate),
            momentum: Float(rule.momentum),
            second_decay: Float(OptimizerRule.secondDecay),
            first_correction: Float(1 / (1 - firstPower)),
            second_correction: Float(1 / (1 - secondPower)),
            weight_decay: Float(rule.weightDecay),
            lasso: Float(rule.lasso)
        )
        apply(&step, rule.kind, from: 0, count: biasOffset)
        step.weight_decay = 0
        step.lasso = 0
        let first = slopes.lowerBound
        apply(&step, rule.kind, from: biasOffset, count: first - biasOffset)
        step.rate = Float(OptimizerRule.slopeShare * learningRate)
        apply(&step, rule.kind, from: first, count: parameters.count - first)
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
