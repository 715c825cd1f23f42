/// The results of a check on the validation rows.
package struct Check {
    /// Mean loss on the validation rows.
    package let loss: Double
    /// Score in the target's metric.
    package let score: Double
    /// Whether the loss and all weights are finite.
    package let isFinite: Bool
    /// Whether the score is at or beyond the target.
    package let isAtTarget: Bool

    /// Sets the results.
    package init(loss: Double, score: Double, isFinite: Bool, isAtTarget: Bool) {
        self.loss = loss
        self.score = score
        self.isFinite = isFinite
        self.isAtTarget = isAtTarget
    }
}
