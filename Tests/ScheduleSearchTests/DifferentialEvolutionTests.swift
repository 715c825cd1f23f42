import Randomness
import ScheduleSearch
import Testing
import Trials

/// What children take over from whom.
@Suite struct DifferentialEvolutionTests {
    private let space = SearchSpace(
        base: GrowthSchedule().setting(.incrementSize, to: .real(0.3))
            .setting(.activation, to: .category("relu")),
        dimensions: [
            .init(parameter: .incrementSize, domain: .real(range: 0.1...0.9, scale: .linear)),
            .init(parameter: .activation, domain: .category(choices: ["relu", "tanh"])),
        ])

    /// A searcher whose population is so many schedules, the best of which have one word and the
    /// others the other one.
    private func searcher(of population: Int, leaders: Int) -> Searcher {
        var searcher = Searcher(.evolution, space, seed: 9)
        for number in 1...20 { _ = searcher.ask(number) }
        for rank in 0..<population {
            let schedule = space.base
                .setting(.incrementSize, to: .real(0.2 + 0.001 * Double(rank)))
                .setting(.activation, to: .category(rank < leaders ? "tanh" : "relu"))
            searcher.propose(schedule, as: 100 + rank)
            searcher.tell(100 + rank, schedule, .reached(connections: Double(100 + rank)))
        }
        return searcher
    }

    /// What the searcher would ask for as each of these trials, if it were the next one.
    private func asked(_ trials: Range<Int>, _ searcher: Searcher) -> [GrowthSchedule] {
        trials.map { number in
            var copy = searcher
            return copy.ask(number)
        }
    }

    private func share(of word: ActivationChoice, _ asked: [GrowthSchedule]) -> Double {
        Double(asked.count { $0.activation == word }) / Double(asked.count)
    }

    @Test(arguments: [(60, 6), (30, 3), (12, 2)])
    func `a word comes from the best ninth of the population, from any parent, or from chance`(
        population: Int, leaders: Int
    ) {
        let asked = asked(1000..<5000, searcher(of: population, leaders: leaders))
        // Of 0.45 from a leader, 0.45 from a parent and 0.1 from chance; a gene changes with a
        // chance of 0.5 + 0.5 · 0.7, and 5 % are drawn anew.
        let rare = Double(leaders) / Double(population)
        let changed = 0.45 + 0.45 * rare + 0.1 * 0.5
        let expected = 0.95 * (0.85 * changed + 0.15 * rare) + 0.05 * 0.5
        #expect(abs(share(of: .tanh, asked) - expected) < 0.025)
    }

    @Test func `a number is the parent's, moved towards a leader and along a difference`() {
        // All of the population are at 0.2…0.26, so only chance leads far from there.
        let asked = asked(1000..<3000, searcher(of: 60, leaders: 6)).map(\.incrementSize)
        let near = asked.count { (0.1...0.4).contains($0) }
        #expect(Double(near) / 2000 > 0.95)
        // Towards the leaders at 0.2…0.205: half of the way on average.
        let middle = asked.sorted()[1000]
        #expect((0.205...0.23).contains(middle))
    }
}
