/// The parameters of a growth schedule; the raw value is the name in every document.
///
/// `definition` is its row in the parameter table, which search space, config, messages, journal,
/// reports and help texts use. To add a parameter, add a case here, and a row and a property in the
/// file of its part (`Parts`); then use it in training.
public enum ScheduleParameter: String, CaseIterable, Hashable, Codable, CodingKeyRepresentable,
    Sendable
{
    case initialDensity = "initial_density"
    case initialHiddenNodes = "initial_hidden_nodes"
    case incrementSize = "increment_size"
    case patience
    case minimumImprovement = "minimum_improvement"
    case cooldown
    case nodeInsertionRate = "node_insertion_rate"
    case nodePlacement = "node_placement"
    case nodeWiring = "node_wiring"
    case nodeFanIn = "node_fan_in"
    case nodeFanOut = "node_fan_out"
    case growthCriterion = "growth_criterion"
    case explorationShare = "exploration_share"
    case scoreSamples = "score_samples"
    case growthLimit = "growth_limit"
    case growthDropFraction = "growth_drop_fraction"
    case growthRewiringInterval = "growth_rewiring_interval"
    case activation
    case inputScaling = "input_scaling"
    case inputDropout = "input_dropout"
    case inputNoise = "input_noise"
    case optimizer
    case learningRate = "learning_rate"
    case learningRateDecay = "learning_rate_decay"
    case momentum
    case weightDecay = "weight_decay"
    case lasso
    case gradientClipping = "gradient_clipping"
    case warmUpSteps = "warm_up_steps"
    case classWeighting = "class_weighting"
    case classSampling = "class_sampling"
    case initialWeightScale = "initial_weight_scale"
    case batchSize = "batch_size"
    case maximumEpochs = "maximum_epochs"
    case thinning
    case overshoot
    case firstThinningRate = "first_thinning_rate"
    case thinningRate = "thinning_rate"
    case thinningGoal = "thinning_goal"
    case thinningSteps = "thinning_steps"
    case tuningSteps = "tuning_steps"
    case tuningEnd = "tuning_end"
    case averagingShare = "averaging_share"
    case thinningLearningRate = "thinning_learning_rate"
    case thinningWeightDecay = "thinning_weight_decay"
    case dropFraction = "drop_fraction"
    case rewiringInterval = "rewiring_interval"
    case rewiringBatches = "rewiring_batches"
    case secondGrowth = "second_growth"
    case rounds
    case thinningFailures = "thinning_failures"
    case growthReturn = "growth_return"
    case growthReach = "growth_reach"
    case growthCapacity = "growth_capacity"
    case directLinks = "direct_links"

    /// The position of the parameter in the table.
    public var position: Int {
        // A case without payload is stored as its index in the order of declaration (a test checks
        // this); looking up the raw value takes 30 times as long.
        Int(unsafe unsafeBitCast(self, to: UInt8.self))
    }

    /// The row of this parameter in the table.
    public var definition: ParameterDefinition {
        ParameterTable.definitions[position]
    }

    /// Tells whether a search may vary the parameter over a domain; configs, journals and code use
    /// this one rule.
    public func canVary(over domain: ParameterDomain) -> Bool {
        self.domain.contains(domain) && domain.isSpread
    }

    /// The legal values of this parameter.
    var domain: ParameterDomain {
        ParameterTable.definitions[position].domain
    }
}
