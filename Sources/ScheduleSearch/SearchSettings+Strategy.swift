extension SearchSettings {
    /// Makes the strategy that a study asked for.
    public func makeStrategy(space: SearchSpace) -> any SearchStrategy {
        switch strategy {
        case .random: RandomSearch(space: space, seed: seed)
        case .evolution: EvolutionSearch(space: space, seed: seed)
        }
    }
}
