import ScheduleSearch
import Trials

extension SearchSpace {
    /// The space of a config without `space:`: what matters of how a network starts, grows, learns
    /// and is thinned, within ranges that were useful on data sets of many kinds.
    ///
    /// The known methods of `configs/methods` lie near it or in it.
    static let usual = SearchSpace(
        dimensions: start + growth + learning + thinning, fixesIdle: true)

    private static let start: [Dimension] = [
        .real(.initialDensity, 0.002...1, .log),
        .integer(.initialHiddenNodes, 0...32),
        .words(.directLinks),
        .words(.activation),
    ]

    private static let growth: [Dimension] = [
        .real(.incrementSize, 0.05...0.6, .log),
        .integer(.patience, 1...10),
        .real(.nodeInsertionRate, 0...0.7),
        .words(.nodePlacement),
        .words(.nodeWiring),
        .integer(.nodeFanIn, 2...16, .log),
        .words(.growthReturn, ["thin", "restart"]),
    ]

    private static let learning: [Dimension] = [
        .words(.optimizer),
        .real(.learningRate, 0.002...0.06, .log),
        .real(.learningRateDecay, 0.3...1),
        .integer(.batchSize, 16...256, .log),
        .real(.lasso, 0...0.001),
        .real(.inputNoise, 0...0.3),
    ]

    private static let thinning: [Dimension] = [
        .words(.thinning, ["activation", "magnitude"]),
        .real(.overshoot, 1...4, .log),
        .real(.thinningRate, 0.3...0.85),
        .integer(.thinningSteps, 100...1600, .log),
        .integer(.tuningSteps, 300...3000, .log),
        .real(.thinningLearningRate, 0.5...6, .log),
        .real(.thinningWeightDecay, 0...0.6),
        .real(.dropFraction, 0...0.5),
        .integer(.rewiringInterval, 8...100, .log),
        .words(.secondGrowth, ["keep", "rewind", "reinitialise"]),
        .integer(.rounds, 4...40, .log),
        .integer(.thinningFailures, 1...4),
    ]
}

extension SearchSpace.Dimension {
    fileprivate static func real(
        _ parameter: ScheduleParameter, _ range: ClosedRange<Double>,
        _ scale: ParameterScale = .linear
    ) -> Self {
        Self(parameter: parameter, domain: .real(range: range, scale: scale))
    }

    fileprivate static func integer(
        _ parameter: ScheduleParameter, _ range: ClosedRange<Int>,
        _ scale: ParameterScale = .linear
    ) -> Self {
        Self(parameter: parameter, domain: .integer(range: range, scale: scale))
    }

    /// Some words of a parameter, or all of them.
    fileprivate static func words(_ parameter: ScheduleParameter, _ some: [String]? = nil) -> Self {
        Self(
            parameter: parameter,
            domain: some.map { .category(choices: $0) } ?? parameter.definition.domain)
    }
}
