/// Terms that shrink weights.
enum PenaltyPart {
    private static let part = SchedulePart.penalty

    /// The rows of its parameters.
    static let rows: [ParameterDefinition] = [
        part.real(
            .weightDecay, 0...0.1, .linear, or: 0, unit: "1 a step",
            "shrinkage of the weights, decoupled from the loss",
            source: "Loshchilov and Hutter 2019"),
        part.real(
            .lasso, 0...0.1, .linear, or: 0, unit: "1 a step",
            "pull of every weight towards 0, whatever its size", source: "Tibshirani 1996"),
        part.real(
            .thinningWeightDecay, 0...1, .linear, or: 0.2, unit: "1 a step",
            "shrinkage of the weights in thinning, given up where the target is lost by it",
            source: "Loshchilov and Hutter 2019", if: .thins),
    ]
}

extension GrowthSchedule {
    /// The value of `weight_decay` (1 a step).
    public var weightDecay: Double { real(.weightDecay) }
    /// The value of `lasso` (1 a step).
    public var lasso: Double { real(.lasso) }
    /// The value of `thinning_weight_decay` (1 a step).
    public var thinningWeightDecay: Double { real(.thinningWeightDecay) }
}
