public import Randomness
public import Trials

/// The settings of a search over a space.
public struct SearchSettings: Hashable, Codable, Sendable {
    /// The strategy that chooses the schedules.
    public let strategy: StrategyKind
    /// The seed of the strategy's choices.
    public let seed: Seed
    /// The schedules to try first, before the base of the space.
    public let start: [GrowthSchedule]
    /// Number of schedules, the base included, that an evolution draws around the base at first.
    public let design: Int
    /// Whether promising schedules are trained again during the search.
    public let racing: Bool
    /// Whether trials are stopped when they can no longer matter.
    public let capping: Bool

    /// Sets everything.
    public init(
        strategy: StrategyKind = .evolution, seed: Seed = Seed(rawValue: 1),
        start: [GrowthSchedule] = [], design: Int = Self.usualDesign, racing: Bool = true,
        capping: Bool = true
    ) {
        self.strategy = strategy
        self.seed = seed
        self.start = start
        self.design = design
        self.racing = racing
        self.capping = capping
    }
}

extension SearchSettings {
    private enum CodingKeys: String, CodingKey {
        case strategy, seed, design, racing, capping
        case start = "start_from"
    }

    /// Reads settings; a key that is missing, as in journals of earlier versions, has its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            strategy: try container.decode(StrategyKind.self, forKey: .strategy),
            seed: try container.decode(Seed.self, forKey: .seed),
            start: try container.decodeIfPresent([GrowthSchedule].self, forKey: .start) ?? [],
            design: try container.decodeIfPresent(Int.self, forKey: .design) ?? Self.usualDesign,
            racing: try container.decodeIfPresent(Bool.self, forKey: .racing) ?? true,
            capping: try container.decodeIfPresent(Bool.self, forKey: .capping) ?? true)
    }

    /// Writes the settings; the design is left out if it is the usual one, as in journals of
    /// earlier versions.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(strategy, forKey: .strategy)
        try container.encode(seed, forKey: .seed)
        try container.encode(start, forKey: .start)
        if design != Self.usualDesign { try container.encode(design, forKey: .design) }
        try container.encode(racing, forKey: .racing)
        try container.encode(capping, forKey: .capping)
    }

    /// The same settings with other schedules to try first.
    public func starting(from start: [GrowthSchedule]) -> SearchSettings {
        SearchSettings(
            strategy: strategy, seed: seed, start: start, design: design, racing: racing,
            capping: capping)
    }

    /// The same settings without what a search begins with, which counts only once.
    public var withoutStart: SearchSettings {
        SearchSettings(strategy: strategy, seed: seed, racing: racing, capping: capping)
    }

    /// The same settings, beginning with the portfolio and a smaller design.
    public var startingWithPortfolio: SearchSettings {
        SearchSettings(
            strategy: strategy, seed: seed, start: Portfolio.schedules,
            design: Self.designBesidePortfolio, racing: racing, capping: capping)
    }

    /// The usual design.
    public static let usualDesign = 20
    /// The largest design.
    public static let mostDesign = 1000
    /// The design of a search that begins with the portfolio, which covers the space already.
    private static let designBesidePortfolio = 5

    /// Makes the strategy of these settings.
    public func makeStrategy(space: SearchSpace) -> any SearchStrategy {
        switch strategy {
        case .random: RandomSearch(space: space, seed: seed, start: start)
        case .evolution: EvolutionSearch(space: space, seed: seed, start: start, design: design)
        }
    }
}
