/// How gradients change the weights, and for how long.
enum OptimizerPart {
    private static let part = SchedulePart.optimizer

    /// The rows of its parameters.
    static let rows: [ParameterDefinition] = [
        part.choice(
            .optimizer, OptimizerChoice.self, "rule that changes the weights",
            source: "Kingma and Ba 2015; Nesterov 1983"),
        part.real(
            .learningRate, 0.00001...2, .log, or: 0.01, unit: "1", "step size after each growth",
            source: "Robbins and Monro 1951"),
        part.real(
            .learningRateDecay, 0.05...1, .linear, or: 0.8, unit: "factor a check",
            "factor on the learning rate at each check without improvement",
            source: "Vogl et al. 1988 (a lower rate where the error does not fall)"),
        part.real(
            .momentum, 0...0.99, .linear, or: 0.9, unit: "1", "share of the last step that is kept",
            source: "Nesterov 1983; Kingma and Ba 2015 (β₁)"),
        part.real(
            .gradientClipping, 0...100, .linear, or: 0,
            unit: "running means of the gradient's norm",
            "norm to which a gradient is shortened; 0 leaves it", source: "Pascanu et al. 2013"),
        part.integer(
            .warmUpSteps, 0...100_000, or: 0, unit: "steps",
            "steps in which the step size rises, at first and at each stage of thinning",
            source: "Goyal et al. 2017"),
        part.integer(
            .batchSize, 8...1024, .log, or: 64, unit: "rows", "rows in each step",
            source: "Bottou, Curtis, Nocedal 2018 (mini-batches)"),
        part.integer(
            .maximumEpochs, 1...1_000_000, .log, or: 100_000, unit: "epochs",
            "epochs after which a trial gives up", source: "Prechelt 1998"),
    ]
}

extension GrowthSchedule {
    /// The value of `optimizer`.
    public var optimizer: OptimizerChoice { choice(.optimizer) }
    /// The value of `learning_rate`.
    public var learningRate: Double { real(.learningRate) }
    /// The value of `learning_rate_decay` (factor a check).
    public var learningRateDecay: Double { real(.learningRateDecay) }
    /// The value of `momentum`.
    public var momentum: Double { real(.momentum) }
    /// The value of `gradient_clipping` (running means of the gradient's norm).
    public var gradientClipping: Double { real(.gradientClipping) }
    /// The value of `warm_up_steps` (steps).
    public var warmUpSteps: Int { integer(.warmUpSteps) }
    /// The value of `batch_size` (rows).
    public var batchSize: Int { integer(.batchSize) }
    /// The value of `maximum_epochs` (epochs).
    public var maximumEpochs: Int { integer(.maximumEpochs) }
}
