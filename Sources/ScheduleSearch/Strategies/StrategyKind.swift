/// The search strategies.
public enum StrategyKind: String, CaseIterable, Hashable, Codable, Sendable {
    /// Draws every schedule independently.
    case random
    /// Evolves a population, asynchronously.
    case evolution
}
