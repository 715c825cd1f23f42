public import Randomness

/// The strategies that there are.
public enum StrategyKind: String, CaseIterable, Hashable, Codable, Sendable {
    /// Draws every schedule independently.
    case random
    /// Evolves a population, asynchronously.
    case evolution
}

/// How a study searches its space.
public struct SearchSettings: Hashable, Codable, Sendable {
    /// Who chooses.
    public let strategy: StrategyKind
    /// The origin of the choices.
    public let seed: Seed

    /// Settles how to search.
    public init(strategy: StrategyKind = .evolution, seed: Seed = Seed(rawValue: 1)) {
        self.strategy = strategy
        self.seed = seed
    }
}
