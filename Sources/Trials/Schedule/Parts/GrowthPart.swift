/// When and how a network grows.
enum GrowthPart {
    private static let part = SchedulePart.growth

    /// The rows of its parameters.
    static let rows: [ParameterDefinition] = [
        part.real(
            .incrementSize, 0.001...4, .log, or: 0.15, unit: "share of the present connections",
            "connections added at each growth", source: "Feng, Li, Li 2008"),
        part.integer(
            .patience, 1...1000, or: 5, unit: "checks",
            "checks without improvement before the network grows", source: "Prechelt 1998"),
        part.real(
            .minimumImprovement, 0...0.5, .linear, or: 0.005, unit: "share of the validation loss",
            "fall of the validation loss that counts as improvement", source: "Prechelt 1998"),
        part.integer(
            .cooldown, 0...1000, or: 0, unit: "checks",
            "checks after a growth that patience does not count", source: "Prechelt 1998"),
        part.real(
            .nodeInsertionRate, 0...1, .linear, or: 0.2, unit: "share of an increment",
            "part of each increment that goes to new hidden nodes", source: "Feng, Li, Li 2008"),
        part.choice(
            .nodePlacement, NodePlacement.self,
            "whether new hidden nodes join one layer or stand behind all earlier ones",
            source: "Fahlman and Lebiere 1990", if: .insertsNodes, .startsWithNodes),
        part.choice(
            .nodeWiring, NodeWiring.self, "how a new hidden node gets its incoming weights",
            source: "Fahlman and Lebiere 1990", if: .insertsNodes),
        part.integer(
            .nodeFanIn, 1...256, .log, or: 8, unit: "connections",
            "incoming connections of a new hidden node", source: "Fahlman and Lebiere 1990",
            if: .insertsNodes),
        part.integer(
            .nodeFanOut, 1...64, .log, or: 2, unit: "connections",
            "outgoing connections of a new hidden node", source: "measured", if: .insertsNodes),
        part.choice(
            .growthCriterion, GrowthCriterion.self, "which absent connections are added",
            source: "Evci et al. 2020; Feng, Li, Li 2008"),
        part.real(
            .explorationShare, 0...1, .linear, or: 0, unit: "share of the new connections",
            "new connections that are drawn at random whatever the criterion",
            source: "Mostafa and Wang 2019", if: .scoresConnections),
        part.integer(
            .scoreSamples, 16...65_536, .log, or: 2048, unit: "rows",
            "rows over which the scores of absent connections are summed",
            source: "Lee, Ajanthan, Torr 2019"),
        part.integer(
            .growthLimit, 10...1_000_000, .log, or: 20_000, unit: "connections",
            "connections at which growth ends, and thinning begins, without the target",
            source: "measured"),
        part.real(
            .growthCapacity, 0...1000, .linear, or: 4,
            unit: "connections a row and output",
            "connections for each training row and output at which growth ends; 0: no such end",
            source: "measured; Cover 1965 (two patterns a weight)"
        ).formerly(.real(0)),
        part.choice(
            .growthReturn, GrowthReturn.self,
            "what becomes of a network that has outgrown its best state without the target",
            source: "Prechelt 1998 (the best state counts)"
        ).formerly(.category(GrowthReturn.none.rawValue)),
        part.real(
            .growthReach, 1...100, .log, or: 2, unit: "times the connections of the best state",
            "size at which a network that gets no better has outgrown its best state",
            source: "measured", if: .returns),
        part.real(
            .growthDropFraction, 0...0.9, .linear, or: 0, unit: "share of the connections",
            "connections that each growth, or rewiring between growths, replaces",
            source: "Mocanu et al. 2018; Evci et al. 2020"),
        part.integer(
            .growthRewiringInterval, 0...100_000, or: 0, unit: "steps",
            "steps from one rewiring to the next between growths; 0: only at a growth",
            source: "Mocanu et al. 2018; Evci et al. 2020"),
    ]
}

extension GrowthSchedule {
    /// The value of `increment_size` (share of the present connections).
    public var incrementSize: Double { real(.incrementSize) }
    /// The value of `patience` (checks).
    public var patience: Int { integer(.patience) }
    /// The value of `minimum_improvement` (share of the validation loss).
    public var minimumImprovement: Double { real(.minimumImprovement) }
    /// The value of `cooldown` (checks).
    public var cooldown: Int { integer(.cooldown) }
    /// The value of `node_insertion_rate` (share of an increment).
    public var nodeInsertionRate: Double { real(.nodeInsertionRate) }
    /// The value of `node_placement`.
    public var nodePlacement: NodePlacement { choice(.nodePlacement) }
    /// The value of `node_wiring`.
    public var nodeWiring: NodeWiring { choice(.nodeWiring) }
    /// The value of `node_fan_in` (connections).
    public var nodeFanIn: Int { integer(.nodeFanIn) }
    /// The value of `node_fan_out` (connections).
    public var nodeFanOut: Int { integer(.nodeFanOut) }
    /// The value of `growth_criterion`.
    public var growthCriterion: GrowthCriterion { choice(.growthCriterion) }
    /// The value of `exploration_share` (share of the new connections).
    public var explorationShare: Double { real(.explorationShare) }
    /// The value of `score_samples` (rows).
    public var scoreSamples: Int { integer(.scoreSamples) }
    /// The value of `growth_limit` (connections).
    public var growthLimit: Int { integer(.growthLimit) }
    /// The value of `growth_capacity` (connections a training row and output).
    public var growthCapacity: Double { real(.growthCapacity) }
    /// The value of `growth_return`.
    public var growthReturn: GrowthReturn { choice(.growthReturn) }
    /// The value of `growth_reach` (times the connections of the best state).
    public var growthReach: Double { real(.growthReach) }
    /// The value of `growth_drop_fraction` (share of the connections).
    public var growthDropFraction: Double { real(.growthDropFraction) }
    /// The value of `growth_rewiring_interval` (steps).
    public var growthRewiringInterval: Int { integer(.growthRewiringInterval) }
}
