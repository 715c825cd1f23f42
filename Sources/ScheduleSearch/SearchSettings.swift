public import Randomness
public import Trials

/// How a study searches its space.
public struct SearchSettings: Hashable, Codable, Sendable {
    /// Who chooses.
    public let strategy: StrategyKind
    /// The origin of the choices.
    public let seed: Seed
    /// The schedules to try first, before the base of the space.
    public let start: [GrowthSchedule]
    /// Whether promising schedules are trained again while the search goes on.
    public let racing: Bool
    /// Whether trials are stopped where they cannot matter any more.
    public let capping: Bool

    /// Settles how to search.
    public init(
        strategy: StrategyKind = .evolution, seed: Seed = Seed(rawValue: 1),
        start: [GrowthSchedule] = [], racing: Bool = true, capping: Bool = true
    ) {
        self.strategy = strategy
        self.seed = seed
        self.start = start
        self.racing = racing
        self.capping = capping
    }
}

extension SearchSettings {
    private enum CodingKeys: String, CodingKey {
        case strategy, seed, racing, capping
        case start = "start_from"
    }

    /// Reads settings; what a journal of an earlier version does not name has its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            strategy: try container.decode(StrategyKind.self, forKey: .strategy),
            seed: try container.decode(Seed.self, forKey: .seed),
            start: try container.decodeIfPresent([GrowthSchedule].self, forKey: .start) ?? [],
            racing: try container.decodeIfPresent(Bool.self, forKey: .racing) ?? true,
            capping: try container.decodeIfPresent(Bool.self, forKey: .capping) ?? true)
    }

    /// The same settings with other schedules to try first.
    public func starting(from start: [GrowthSchedule]) -> SearchSettings {
        SearchSettings(
            strategy: strategy, seed: seed, start: start, racing: racing, capping: capping)
    }

    /// Makes the strategy that a study asked for.
    public func makeStrategy(space: SearchSpace) -> any SearchStrategy {
        switch strategy {
        case .random: RandomSearch(space: space, seed: seed, start: start)
        case .evolution: EvolutionSearch(space: space, seed: seed, start: start)
        }
    }
}
