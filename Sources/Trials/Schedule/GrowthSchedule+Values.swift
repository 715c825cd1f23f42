/// The values by their names in the field; the table says what they mean.
extension GrowthSchedule {
    /// Density of the network before it grows (share of the possible connections).
    public var initialDensity: Double { real(.initialDensity) }
    /// Hidden nodes before the network grows.
    public var initialHiddenNodes: Int { integer(.initialHiddenNodes) }
    /// Connections added at each growth (share of the present ones).
    public var incrementSize: Double { real(.incrementSize) }
    /// Checks without improvement before the network grows.
    public var patience: Int { integer(.patience) }
    /// Fall of the validation loss that counts as improvement (share of the loss).
    public var minimumImprovement: Double { real(.minimumImprovement) }
    /// Checks after a growth that patience does not count.
    public var cooldown: Int { integer(.cooldown) }
    /// Part of each increment that goes to new hidden nodes (0…1).
    public var nodeInsertionRate: Double { real(.nodeInsertionRate) }
    /// Where new hidden nodes stand.
    public var nodePlacement: NodePlacement { choice(.nodePlacement) }
    /// How a new hidden node gets its incoming weights.
    public var nodeWiring: NodeWiring { choice(.nodeWiring) }
    /// Incoming connections of a new hidden node.
    public var nodeFanIn: Int { integer(.nodeFanIn) }
    /// Outgoing connections of a new hidden node.
    public var nodeFanOut: Int { integer(.nodeFanOut) }
    /// Which absent connections are added.
    public var growthCriterion: GrowthCriterion { choice(.growthCriterion) }
    /// Share of the new connections that is drawn at random (0…1).
    public var explorationShare: Double { real(.explorationShare) }
    /// Rows over which the scores of absent connections are summed.
    public var scoreSamples: Int { integer(.scoreSamples) }
    /// Connections at which growth ends, whether or not the target was confirmed.
    public var growthLimit: Int { integer(.growthLimit) }
    /// Share of the connections that each growth, or rewiring between growths, replaces (0…0.9).
    public var growthDropFraction: Double { real(.growthDropFraction) }
    /// Steps from one rewiring to the next while the network grows (0: only a growth rewires).
    public var growthRewiringInterval: Int { integer(.growthRewiringInterval) }
    /// What a hidden node does to its sum.
    public var activation: Activation { choice(.activation) }
    /// What centred features are divided by.
    public var inputScaling: FeatureScaling { choice(.inputScaling) }
    /// Share of the input values that each training step leaves out (0…0.9).
    public var inputDropout: Double { real(.inputDropout) }
    /// Standard deviation of the noise on inputs in each training step (scaled units).
    public var inputNoise: Double { real(.inputNoise) }
    /// The rule that changes the weights.
    public var optimizer: Optimizer { choice(.optimizer) }
    /// Step size after each growth.
    public var learningRate: Double { real(.learningRate) }
    /// Factor on the learning rate at each check without improvement (0…1].
    public var learningRateDecay: Double { real(.learningRateDecay) }
    /// Share of the last step that is kept; Adam's β₁ (0…0.99).
    public var momentum: Double { real(.momentum) }
    /// Shrinkage of the weights at each step, times the learning rate.
    public var weightDecay: Double { real(.weightDecay) }
    /// Pull of every weight towards 0 at each step, times the learning rate.
    public var lasso: Double { real(.lasso) }
    /// Norm to which a gradient is shortened (in running means of the norm; 0: not at all).
    public var gradientClipping: Double { real(.gradientClipping) }
    /// Steps in which the step size rises, at first and at each stage of thinning.
    public var warmUpSteps: Int { integer(.warmUpSteps) }
    /// What a row's class has to do with its weight in the loss.
    public var classWeighting: ClassWeighting { choice(.classWeighting) }
    /// How often rows of a class are seen in training.
    public var classSampling: ClassSampling { choice(.classSampling) }
    /// Standard deviation of the first weights (in 1/√fan-in).
    public var initialWeightScale: Double { real(.initialWeightScale) }
    /// Rows in each step.
    public var batchSize: Int { integer(.batchSize) }
    /// Epochs after which a trial gives up.
    public var maximumEpochs: Int { integer(.maximumEpochs) }
    /// Which connections are thinned out once the target is reached, if any.
    public var thinning: ThinningCriterion { choice(.thinning) }
    /// Size to which the network grows on before it is thinned (in sizes at the target, 1…).
    public var overshoot: Double { real(.overshoot) }
    /// Share of the connections at the target that the first stage of thinning keeps (0.01…1).
    public var firstThinningRate: Double { real(.firstThinningRate) }
    /// Share of the connections that a stage of thinning keeps (0…1).
    public var thinningRate: Double { real(.thinningRate) }
    /// Connections below which thinning does not go.
    public var thinningGoal: Int { integer(.thinningGoal) }
    /// Steps in which a stage thins and rewires the network.
    public var thinningSteps: Int { integer(.thinningSteps) }
    /// Steps in which a thinned network may get back to the target.
    public var tuningSteps: Int { integer(.tuningSteps) }
    /// When tuning ends, where the target is reached.
    public var tuningEnd: TuningEnd { choice(.tuningEnd) }
    /// Share of the steps of tuning over which weights are averaged (0…1; 0: they are not).
    public var averagingShare: Double { real(.averagingShare) }
    /// Step size at the start of each stage of thinning (in `learning_rate`).
    public var thinningLearningRate: Double { real(.thinningLearningRate) }
    /// Shrinkage of the weights at each step of thinning, times the learning rate (0…1).
    public var thinningWeightDecay: Double { real(.thinningWeightDecay) }
    /// Share of the connections that a rewiring replaces at the start of a stage (0…0.5).
    public var dropFraction: Double { real(.dropFraction) }
    /// Steps from one rewiring to the next while the network is thinned.
    public var rewiringInterval: Int { integer(.rewiringInterval) }
    /// Batches of which a rewiring scores the rows that err most, as many as one batch has.
    public var rewiringBatches: Int { integer(.rewiringBatches) }

    /// What a thinned network grows again from, if it does.
    public var secondGrowth: SecondGrowthStart { choice(.secondGrowth) }

    private func choice<Choice: RawRepresentable<String>>(
        _ parameter: ScheduleParameter
    ) -> Choice {
        guard let choice = Choice(rawValue: word(parameter)) else {
            preconditionFailure("\(parameter.rawValue) has no choice \(word(parameter))")
        }
        return choice
    }
}
