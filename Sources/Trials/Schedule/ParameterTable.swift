extension ScheduleParameter {
    /// The row of this parameter in the table, made anew; `definition` has it at hand.
    var row: ParameterDefinition {
        switch self {
        case .initialDensity:
            .real(
                0.0001...1, .log, or: 0.02, unit: "share of the possible connections",
                "density of the network before it grows", source: "Feng, Li, Li 2008")
        case .initialHiddenNodes:
            .integer(
                0...1000, or: 0, unit: "nodes", "hidden nodes before the network grows",
                source: "Feng, Li, Li 2008")
        case .incrementSize:
            .real(
                0.001...4, .log, or: 0.15, unit: "share of the present connections",
                "connections added at each growth", source: "Feng, Li, Li 2008")
        case .patience:
            .integer(
                1...1000, or: 5, unit: "checks",
                "checks without improvement before the network grows", source: "Prechelt 1998")
        case .minimumImprovement:
            .real(
                0...0.5, .linear, or: 0.005, unit: "share of the validation loss",
                "fall of the validation loss that counts as improvement", source: "Prechelt 1998")
        case .cooldown:
            .integer(
                0...1000, or: 0, unit: "checks",
                "checks after a growth that patience does not count", source: "Prechelt 1998")
        default: nodes
        }
    }

    private var nodes: ParameterDefinition {
        switch self {
        case .nodeInsertionRate:
            .real(
                0...1, .linear, or: 0.2, unit: "share of an increment",
                "part of each increment that goes to new hidden nodes",
                source: "Feng, Li, Li 2008")
        case .nodePlacement:
            .category(
                ["layer", "cascade"],
                "whether new hidden nodes join one layer or stand behind all earlier ones",
                source: "Fahlman and Lebiere 1990")
        case .nodeWiring:
            .category(
                ["correlation", "residual", "random"],
                "how a new hidden node gets its incoming weights",
                source: "Fahlman and Lebiere 1990")
        case .nodeFanIn:
            .integer(
                1...256, .log, or: 8, unit: "connections",
                "incoming connections of a new hidden node", source: "Fahlman and Lebiere 1990")
        case .nodeFanOut:
            .integer(
                1...64, .log, or: 2, unit: "connections",
                "outgoing connections of a new hidden node", source: "measured")
        default: connections
        }
    }

    private var connections: ParameterDefinition {
        switch self {
        case .growthCriterion:
            .category(
                ["gradient", "random"], "which absent connections are added",
                source: "Evci et al. 2020; Feng, Li, Li 2008")
        case .explorationShare:
            .real(
                0...1, .linear, or: 0, unit: "share of the new connections",
                "new connections that are drawn at random whatever the criterion",
                source: "Mostafa and Wang 2019")
        case .scoreSamples:
            .integer(
                16...65_536, .log, or: 2048, unit: "rows",
                "rows over which the scores of absent connections are summed",
                source: "Lee, Ajanthan, Torr 2019")
        case .growthLimit:
            .integer(
                10...1_000_000, .log, or: 20_000, unit: "connections",
                "connections at which growth ends, and thinning begins, without the target",
                source: "measured")
        case .growthDropFraction:
            .real(
                0...0.9, .linear, or: 0, unit: "share of the connections",
                "connections that each growth, or rewiring between growths, replaces",
                source: "Mocanu et al. 2018; Evci et al. 2020")
        case .growthRewiringInterval:
            .integer(
                0...100_000, or: 0, unit: "steps",
                "steps from one rewiring to the next between growths; 0: only at a growth",
                source: "Mocanu et al. 2018; Evci et al. 2020")
        default: inputs
        }
    }

    private var inputs: ParameterDefinition {
        switch self {
        case .activation:
            .category(
                ["leaky", "tanh", "relu"],
                "what a hidden node does to its sum; leaky learns its negative slope",
                source: "He et al. 2015 (leaky)")
        case .inputScaling:
            .category(
                ["deviation", "range"],
                "divisor of centred features: each its own deviation, or one range for all",
                source: "LeCun et al. 1998")
        case .inputDropout:
            .real(
                0...0.9, .linear, or: 0, unit: "share of the inputs",
                "input values that each training step leaves out",
                source: "Srivastava et al. 2014")
        case .inputNoise:
            .real(
                0...5, .linear, or: 0, unit: "scaled units",
                "standard deviation of the noise on inputs in each training step",
                source: "Bishop 1995")
        default: optimisation
        }
    }

    private var optimisation: ParameterDefinition {
        switch self {
        case .optimizer:
            .category(
                ["adam", "momentum"], "rule that changes the weights",
                source: "Kingma and Ba 2015; Nesterov 1983")
        case .learningRate:
            .real(
                0.00001...2, .log, or: 0.01, unit: "1", "step size after each growth",
                source: "")
        case .learningRateDecay:
            .real(
                0.05...1, .linear, or: 0.8, unit: "factor a check",
                "factor on the learning rate at each check without improvement",
                source: "")
        case .momentum:
            .real(
                0...0.99, .linear, or: 0.9, unit: "1", "share of the last step that is kept",
                source: "Nesterov 1983; Kingma and Ba 2015 (β₁)")
        case .weightDecay:
            .real(
                0...0.1, .linear, or: 0, unit: "1 a step",
                "shrinkage of the weights, decoupled from the loss",
                source: "Loshchilov and Hutter 2019")
        case .lasso:
            .real(
                0...0.1, .linear, or: 0, unit: "1 a step",
                "pull of every weight towards 0, whatever its size", source: "Tibshirani 1996")
        case .gradientClipping:
            .real(
                0...100, .linear, or: 0, unit: "running means of the gradient's norm",
                "norm to which a gradient is shortened; 0 leaves it", source: "Pascanu et al. 2013")
        case .warmUpSteps:
            .integer(
                0...100_000, or: 0, unit: "steps",
                "steps in which the step size rises, at first and at each stage of thinning",
                source: "Goyal et al. 2017")
        case .classWeighting:
            .category(
                ["none", "balanced"], "whether rare classes weigh as much as frequent ones",
                source: "King and Zeng 2001")
        case .classSampling:
            .category(
                ["none", "balanced"], "whether rows of rare classes are seen as often as others",
                source: "Buda, Maki, Mazurowski 2018")
        default: limitRows
        }
    }

    private var limitRows: ParameterDefinition {
        switch self {
        case .initialWeightScale:
            .real(
                0.01...10, .log, or: 1, unit: "1/√fan-in",
                "standard deviation of the first weights", source: "LeCun et al. 1998")
        case .batchSize:
            .integer(8...1024, .log, or: 64, unit: "rows", "rows in each step", source: "")
        case .maximumEpochs:
            .integer(
                1...1_000_000, .log, or: 100_000, unit: "epochs",
                "epochs after which a trial gives up", source: "")
        default: thinningRows
        }
    }

    private var thinningRows: ParameterDefinition {
        switch self {
        case .thinning:
            .category(
                ["activation", "magnitude", "none"],
                "which connections are thinned out once the target is reached, if any",
                source: "Sun et al. 2024 (|w|·rms of the source); Han et al. 2015 (|w|)")
        case .overshoot:
            .real(
                1...20, .log, or: 1.5, unit: "times the connections at the target",
                "size to which the network grows on before it is thinned", source: "measured")
        case .firstThinningRate:
            .real(
                0.01...1, .linear, or: 0.95, unit: "share of the connections at the target",
                "connections that the first stage of thinning keeps", source: "measured")
        case .thinningRate:
            .real(
                0.05...0.98, .linear, or: 0.5, unit: "share of the connections",
                "connections that a stage of thinning keeps; a failure takes the root of it",
                source: "Renda, Frankle, Carbin 2020 (iterative pruning)")
        case .thinningGoal:
            .integer(
                1...1_000_000, .log, or: 1, unit: "connections",
                "connections below which thinning does not go", source: "measured")
        default: stageRows
        }
    }

    private var stageRows: ParameterDefinition {
        switch self {
        case .thinningSteps:
            .integer(
                1...1_000_000, .log, or: 400, unit: "steps",
                "steps in which a stage thins and rewires the network",
                source: "Zhu and Gupta 2018")
        case .tuningSteps:
            .integer(
                1...1_000_000, .log, or: 1200, unit: "steps",
                "steps in which a thinned network may get back to the target",
                source: "Renda, Frankle, Carbin 2020")
        case .tuningEnd:
            .category(
                ["target", "steps"],
                "whether tuning ends as soon as the target is confirmed, or after all its steps",
                source: "measured")
        case .averagingShare:
            .real(
                0...1, .linear, or: 0, unit: "share of the steps of tuning",
                "latest steps over which tuned weights are averaged; 0 takes the last weights",
                source: "Polyak and Juditsky 1992; Shamir and Zhang 2013")
        case .thinningLearningRate:
            .real(
                0.05...20, .log, or: 2, unit: "learning rates",
                "step size at the start of each stage of thinning",
                source: "Renda, Frankle, Carbin 2020 (rewinding of the rate)")
        case .thinningWeightDecay:
            .real(
                0...1, .linear, or: 0.2, unit: "1 a step",
                "shrinkage of the weights in thinning, given up where the target is lost by it",
                source: "Loshchilov and Hutter 2019")
        case .dropFraction:
            .real(
                0...0.5, .linear, or: 0.15, unit: "share of the connections",
                "connections that a rewiring replaces at the start of a stage",
                source: "Evci et al. 2020")
        case .secondGrowth:
            .category(
                ["keep", "none", "rewind", "reinitialise"],
                "whether a thinned network is grown and thinned again, and from which weights",
                source: "Dai, Yin, Jha 2019; Han et al. 2017 (keep); Frankle, Carbin 2019 (rewind)")
        case .rewiringBatches:
            .integer(
                1...256, .log, or: 1, unit: "batches",
                "batches of which a rewiring scores the rows that err most, as many as one has",
                source: "measured; Evci et al. 2020 take one")
        default:
            .integer(
                1...10_000, .log, or: 25, unit: "steps",
                "steps from one rewiring to the next in thinning", source: "Evci et al. 2020")
        }
    }
}

extension ParameterDefinition {
    fileprivate static func real(
        _ range: ClosedRange<Double>, _ scale: ParameterScale, or value: Double, unit: String,
        _ meaning: String, source: String
    ) -> Self {
        Self(
            domain: .real(range: range, scale: scale), defaultValue: .real(value), unit: unit,
            meaning: meaning, source: source)
    }

    fileprivate static func integer(
        _ range: ClosedRange<Int>, _ scale: ParameterScale = .linear, or value: Int, unit: String,
        _ meaning: String, source: String
    ) -> Self {
        Self(
            domain: .integer(range: range, scale: scale), defaultValue: .integer(value),
            unit: unit, meaning: meaning, source: source)
    }

    /// The first choice is the default.
    fileprivate static func category(
        _ choices: [String], _ meaning: String, source: String
    ) -> Self {
        Self(
            domain: .category(choices: choices), defaultValue: .category(choices[0]),
            unit: "word", meaning: meaning, source: source)
    }
}
