import Randomness
import ScheduleSearch
import Testing
import Trials

@Suite struct EvolutionSearchTests {
    private static let firstTrials = 20

    @Test func `the first trial is the base`() {
        var searcher = Searcher(.evolution, Spaces.mixed)
        #expect(searcher.ask(1) == Spaces.mixed.base)
    }

    @Test(arguments: StrategyKind.allCases)
    func `given schedules come before the base, in order`(kind: StrategyKind) {
        let known = [3, 40].map { Spaces.mixed.base.setting(.patience, to: .integer($0 + 2)) }
        var searcher = Searcher(SearchSettings(strategy: kind, start: known), Spaces.mixed)
        let asked = (1...3).map { searcher.ask($0) }
        // The second schedule lies outside the space, and is moved to its edge.
        #expect(asked.map(\.patience) == [5, 12, 3])
        #expect(asked[2] == Spaces.mixed.base)
    }

    @Test(arguments: [1, 5, 20])
    func `as many schedules are drawn around the base as the design says`(design: Int) {
        var evolution = Searcher(SearchSettings(design: design), Spaces.mixed)
        var random = Searcher(SearchSettings(strategy: .random), Spaces.mixed)
        // Behind the design, as long as there are no results, both draw alike.
        let alike = (1...25).map { evolution.ask($0) == random.ask($0) }
        #expect(alike == (1...25).map { $0 == 1 || $0 > design })
    }

    @Test func `a base outside the space is moved to its edge`() {
        var searcher = Searcher(.evolution, Spaces.awayFromBase)
        let first = searcher.ask(1)
        #expect(first.momentum == 0.5)
        #expect(first.batchSize == 32)
        #expect(first.weightDecay == 0.01)
    }

    @Test func `the first trials cover every dimension`() {
        var searcher = Searcher(.evolution, Spaces.mixed, seed: 5)
        let asked = (1...Self.firstTrials).map { searcher.ask($0) }
        let gradients = asked.dropFirst().count { $0.growthCriterion == .gradient }
        #expect((9...10).contains(gradients))
        let rates = asked.map(\.nodeInsertionRate)
        #expect(rates.contains { $0 < 0.15 } && rates.contains { $0 > 0.6 })
        #expect(Set(asked.map(\.patience)).count >= 7)
    }

    /// Nineteen strata of a range from 0 to 1, drawn towards the base at 0.2.
    @Test func `the design keeps four fifths of the distance from the base`() {
        var searcher = Searcher(.evolution, Spaces.mixed, seed: 6)
        let rates = (1...Self.firstTrials).map { searcher.ask($0).nodeInsertionRate }.dropFirst()
        let ends = (rates.min() ?? 0, rates.max() ?? 0)
        #expect((0.04...(0.04 + 0.8 / 19)).contains(ends.0))
        #expect(((0.84 - 0.8 / 19)...0.84).contains(ends.1))
    }

    @Test func `no schedule is repeated while there are others`() {
        var searcher = Searcher(.evolution, Spaces.mixed, seed: 2)
        var asked: Set<GrowthSchedule> = []
        for number in 1...2000 {
            let schedule = searcher.ask(number)
            #expect(asked.insert(schedule).inserted)
            searcher.tell(
                number, schedule, .reached(connections: SyntheticCost.median(schedule)))
        }
    }

    @Test func `later trials stay near the good ones`() {
        var searcher = Searcher(.evolution, Spaces.mixed, seed: 4)
        let costs = (1...300).map { number in
            let schedule = searcher.ask(number)
            let cost = SyntheticCost.median(schedule)
            searcher.tell(number, schedule, .reached(connections: cost))
            return cost
        }
        #expect(geometricMean(Array(costs.suffix(50))) < geometricMean(Array(costs[1..<20])) / 2)
    }

    @Test func `evolution finds cheaper schedules than random search on every seed`() {
        let ratios = (1...8).map { seed in
            let evolution = SyntheticCost.best(.evolution, seed: seed, trials: 200)
            let random = SyntheticCost.best(.random, seed: seed, trials: 200)
            return evolution / random
        }
        #expect(ratios.allSatisfy { $0 < 1 })
        #expect(geometricMean(ratios) < 0.75)
    }
}

/// An artificial cost of schedules, with its optimum away from the base, noise, misses and
/// failures.
private enum SyntheticCost {
    /// The cost without noise; the minimum is 40 connections.
    static func median(_ schedule: GrowthSchedule) -> Double {
        let distances = [
            Elementary.log(schedule.incrementSize / 0.08),
            3 * (schedule.nodeInsertionRate - 0.35),
            0.7 * Elementary.log(schedule.learningRate / 0.004),
            4 * (schedule.learningRateDecay - 0.75),
            0.25 * Double(schedule.patience - 5),
            0.6 * Elementary.log(Double(schedule.nodeFanIn) / 6),
            schedule.growthCriterion == .gradient ? 0 : 0.6,
            schedule.activation == .tanh ? 0.4 : 0,
        ]
        return 40 * Elementary.exp(distances.reduce(0) { $0 + $1 * $1 } / 2)
    }

    static func fitness(
        _ schedule: GrowthSchedule,
        using generator: inout PhiloxGenerator
    ) -> Fitness {
        let cost = median(schedule) * Elementary.exp(0.1 * generator.normal())
        if schedule.learningRate > 0.06 { return .failed }
        if cost > 2000 { return .missed(shortfall: cost / 100_000) }
        return cost > 800 ? .censored(projection: 800) : .reached(connections: cost)
    }

    /// The cost of the best schedule found, with four trials under way at any time.
    static func best(_ kind: StrategyKind, seed: Int, trials: Int) -> Double {
        var searcher = Searcher(kind, Spaces.mixed, seed: UInt64(seed))
        var generator = Seed(rawValue: UInt64(seed)).derived(for: .trial).generator()
        var asked: [(schedule: GrowthSchedule, fitness: Fitness)] = []
        for number in 1...trials {
            let schedule = searcher.ask(number)
            asked.append((schedule, fitness(schedule, using: &generator)))
            if number > 4 {
                searcher.tell(number - 4, asked[number - 5].schedule, asked[number - 5].fitness)
            }
        }
        let winner = asked.min { $0.fitness < $1.fitness }
        return winner.map { median($0.schedule) } ?? .infinity
    }
}
