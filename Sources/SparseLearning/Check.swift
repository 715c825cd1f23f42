/// What a check of the validation rows found.
package struct Check {
    /// Mean loss on the validation rows.
    package let loss: Double
    /// Score in the target's metric.
    package let score: Double
    /// Whether the loss and all weights are numbers.
    package let isFinite: Bool
    /// Whether the score is at or beyond the target.
    package let isAtTarget: Bool

    /// Notes what was found.
    package init(loss: Double, score: Double, isFinite: Bool, isAtTarget: Bool) {
        self.loss = loss
        self.score = score
        self.isFinite = isFinite
        self.isAtTarget = isAtTarget
    }
}
