import ScheduleSearch
import Trials

/// Search spaces for testing strategies, from usual to unusual.
enum Spaces {
    /// Lies inside `mixed`, whatever the defaults are.
    private static let known = GrowthSchedule()
        .setting(.incrementSize, to: .real(0.2))
        .setting(.nodeInsertionRate, to: .real(0.2))
        .setting(.learningRate, to: .real(0.01))
        .setting(.learningRateDecay, to: .real(0.6))
        .setting(.patience, to: .integer(3))
        .setting(.nodeFanIn, to: .integer(8))
        .setting(.growthCriterion, to: .category("gradient"))
        .setting(.activation, to: .category("tanh"))

    static let mixed = SearchSpace(
        base: known,
        dimensions: [
            .init(parameter: .incrementSize, domain: .real(range: 0.02...0.6, scale: .log)),
            .init(parameter: .nodeInsertionRate, domain: .real(range: 0...1, scale: .linear)),
            .init(parameter: .learningRate, domain: .real(range: 0.001...0.1, scale: .log)),
            .init(parameter: .learningRateDecay, domain: .real(range: 0.3...1, scale: .linear)),
            .init(parameter: .patience, domain: .integer(range: 1...12, scale: .linear)),
            .init(parameter: .nodeFanIn, domain: .integer(range: 2...32, scale: .log)),
            .init(parameter: .growthCriterion, domain: .category(choices: ["gradient", "random"])),
            .init(parameter: .activation, domain: .category(choices: ["relu", "tanh"])),
        ]
    )

    static let oneNumber = SearchSpace(dimensions: [
        .init(parameter: .patience, domain: .integer(range: 1...3, scale: .log))
    ])

    static let wordsOnly = SearchSpace(dimensions: [
        .init(parameter: .optimizer, domain: .category(choices: ["adam", "momentum"])),
        .init(parameter: .activation, domain: .category(choices: ["relu"])),
    ])

    static let fixed = SearchSpace(
        base: GrowthSchedule().setting(.patience, to: .integer(7)),
        dimensions: []
    )

    /// The default of `momentum` lies outside this space, and one range has a single number.
    static let awayFromBase = SearchSpace(
        base: GrowthSchedule().setting(.momentum, to: .real(0.9)),
        dimensions: [
            .init(parameter: .momentum, domain: .real(range: 0...0.5, scale: .linear)),
            .init(parameter: .batchSize, domain: .integer(range: 32...32, scale: .log)),
            .init(parameter: .weightDecay, domain: .real(range: 0.01...0.01, scale: .log)),
        ]
    )

    /// Half of its schedules are not thinned, and what says how means nothing in them.
    static let idle = SearchSpace(
        base: known,
        dimensions: [
            .init(parameter: .thinning, domain: .category(choices: ["activation", "none"])),
            .init(parameter: .thinningRate, domain: .real(range: 0.3...0.9, scale: .linear)),
            .init(parameter: .secondGrowth, domain: .category(choices: ["keep", "none"])),
            .init(parameter: .rounds, domain: .integer(range: 2...40, scale: .log)),
            .init(parameter: .initialHiddenNodes, domain: .integer(range: 0...2, scale: .linear)),
            .init(parameter: .directLinks, domain: .category(choices: ["no", "yes"])),
        ],
        fixesIdle: true
    )

    static let all: [(name: String, space: SearchSpace)] = [
        ("mixed", mixed), ("one number", oneNumber), ("words only", wordsOnly),
        ("fixed", fixed), ("away from base", awayFromBase),
        ("idle", idle),
    ]
}

extension TrialID {
    init(_ number: Int) {
        self.init(rawValue: number)
    }
}
