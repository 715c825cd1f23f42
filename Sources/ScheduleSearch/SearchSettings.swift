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
    /// Whether promising schedules are trained again during the search.
    public let racing: Bool
    /// Whether trials are stopped when they can no longer matter.
    public let capping: Bool

    /// Sets everything.
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

    /// Reads settings; a key that is missing, as in journals of earlier versions, has its default.
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

    /// Makes the strategy of these settings.
    public func makeStrategy(space: SearchSpace) -> any SearchStrategy {
        switch strategy {
        case .random: RandomSearch(space: space, seed: seed, start: start)
        case .evolution: EvolutionSearch(space: space, seed: seed, start: start)
        }
    }
}
