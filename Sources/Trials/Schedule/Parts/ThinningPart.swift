/// How a network loses connections once the target is reached.
enum ThinningPart {
    private static let part = SchedulePart.thinning

    /// The rows of its parameters.
    static let rows: [ParameterDefinition] = [
        part.choice(
            .thinning, ThinningCriterion.self,
            "which connections are thinned out once the target is reached, if any",
            source: "Sun et al. 2024 (|w|·rms of the source); Han et al. 2015 (|w|)"),
        part.real(
            .overshoot, 1...20, .log, or: 1.5, unit: "times the connections at the target",
            "size to which the network grows on before it is thinned", source: "measured",
            if: .thins),
        part.real(
            .firstThinningRate, 0.01...1, .linear, or: 0.95,
            unit: "share of the connections at the target",
            "connections that the first stage of thinning keeps", source: "measured", if: .thins),
        part.real(
            .thinningRate, 0.05...0.98, .linear, or: 0.5, unit: "share of the connections",
            "connections that a stage of thinning keeps; a failure takes the root of it",
            source: "Renda, Frankle, Carbin 2020 (iterative pruning)", if: .thins),
        part.integer(
            .thinningGoal, 1...1_000_000, .log, or: 1, unit: "connections",
            "connections below which thinning does not go", source: "measured", if: .thins),
        part.integer(
            .thinningSteps, 1...1_000_000, .log, or: 400, unit: "steps",
            "steps in which a stage thins and rewires the network", source: "Zhu and Gupta 2018",
            if: .thins),
        part.real(
            .thinningLearningRate, 0.05...20, .log, or: 2, unit: "learning rates",
            "step size at the start of each stage of thinning",
            source: "Renda, Frankle, Carbin 2020 (rewinding of the rate)", if: .thins),
        part.real(
            .dropFraction, 0...0.5, .linear, or: 0.3, unit: "share of the connections",
            "connections that a rewiring replaces at the start of a stage",
            source: "Evci et al. 2020", if: .thins
        ).formerly(.real(0.15)),
        part.integer(
            .rewiringInterval, 1...10_000, .log, or: 25, unit: "steps",
            "steps from one rewiring to the next in thinning", source: "Evci et al. 2020",
            if: .thins),
        part.integer(
            .rewiringBatches, 1...256, .log, or: 1, unit: "batches",
            "batches of which a rewiring scores the rows that err most, as many as one has",
            source: "measured; Evci et al. 2020 take one",
            if: .thins, .rewiresInGrowth),
        part.choice(
            .secondGrowth, SecondGrowthStart.self,
            "whether a thinned network is grown and thinned again, and from which weights",
            source: "Dai, Yin, Jha 2019; Han et al. 2017 (keep); Frankle, Carbin 2019 (rewind)",
            if: .thins),
        part.integer(
            .rounds, 1...100, .log, or: 16, unit: "rounds",
            "rounds of growth and thinning, each from the smallest network so far",
            source: "Lourenço, Martin, Stützle 2003 (iterated local search)", if: .growsAgain
        ).formerly(.integer(2)),
        part.integer(
            .thinningFailures, 1...100, .log, or: 1, unit: "stages",
            "failures in a row, of the stages that remove least, that end the thinning of a round",
            source: "measured", if: .thins
        ).formerly(.integer(2)),
    ]
}

extension GrowthSchedule {
    /// The value of `thinning`.
    public var thinning: ThinningCriterion { choice(.thinning) }
    /// The value of `overshoot` (times the connections at the target).
    public var overshoot: Double { real(.overshoot) }
    /// The value of `first_thinning_rate` (share of the connections at the target).
    public var firstThinningRate: Double { real(.firstThinningRate) }
    /// The value of `thinning_rate` (share of the connections).
    public var thinningRate: Double { real(.thinningRate) }
    /// Number of rounds that a training may have.
    package var mostRounds: Int { thinning == .none || secondGrowth == .none ? 1 : rounds }
    /// Whether a round, counted from 1, is compared with a cap: those of the second half, because
    /// the first ones say too little about what comes after them.
    package func comparesRound(_ round: Int) -> Bool { 2 * round > mostRounds }
    /// Whether what the rounds held is compared with a cap after each; with two rounds, as before
    /// there could be more, it is not.
    package var comparesEnds: Bool { mostRounds > 2 }
    /// Whether a first stage that failed is tried again without the weight decay of thinning.
    package var triesWithoutDecay: Bool { thinningWeightDecay > weightDecay }
    /// The value of `thinning_goal` (connections).
    public var thinningGoal: Int { integer(.thinningGoal) }
    /// The value of `thinning_steps` (steps).
    public var thinningSteps: Int { integer(.thinningSteps) }
    /// The value of `thinning_learning_rate` (learning rates).
    public var thinningLearningRate: Double { real(.thinningLearningRate) }
    /// The value of `drop_fraction` (share of the connections).
    public var dropFraction: Double { real(.dropFraction) }
    /// The value of `rewiring_interval` (steps).
    public var rewiringInterval: Int { integer(.rewiringInterval) }
    /// The value of `rewiring_batches` (batches).
    public var rewiringBatches: Int { integer(.rewiringBatches) }
    /// The value of `second_growth`.
    public var secondGrowth: SecondGrowthStart { choice(.secondGrowth) }
    /// The value of `rounds`.
    public var rounds: Int { integer(.rounds) }
    /// The value of `thinning_failures` (stages).
    public var thinningFailures: Int { integer(.thinningFailures) }
}
