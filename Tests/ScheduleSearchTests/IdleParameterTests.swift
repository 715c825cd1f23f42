import FoundationEssentials
import Randomness
import ScheduleSearch
import Testing
import Trials

/// Schedules of a space in which what means nothing has the base's values.
@Suite struct IdleParameterTests {
    private let space = Spaces.idle

    private var draws: [GrowthSchedule] {
        var generator = Seed(rawValue: 8).generator()
        return (0..<200).map { _ in space.draw(using: &generator) }
    }

    private func isSettled(_ schedule: GrowthSchedule) -> Bool {
        ScheduleParameter.allCases.allSatisfy {
            schedule.means($0) || schedule[$0] == space.base[$0]
        }
    }

    @Test func `a parameter that means nothing has the base's value`() {
        #expect(draws.allSatisfy(isSettled))
        #expect(draws.contains { $0.thinning == .none && $0.thinningRate == 0.5 })
        #expect(Set(draws.filter { $0.thinning != .none }.map(\.thinningRate)).count > 50)
        #expect(draws.filter { $0.initialHiddenNodes == 0 }.allSatisfy { $0.directLinks == .yes })
        #expect(draws.contains { $0.initialHiddenNodes > 0 && $0.directLinks == .no })
    }

    @Test func `a parameter whose condition means nothing means nothing itself`() {
        let point = space.point(
            of: space.base.setting(.thinning, to: .category("none"))
                .setting(.rounds, to: .integer(40)))
        #expect(space.schedule(at: point).rounds == space.base.rounds)
    }

    @Test func `the nearest schedule is settled, and settling changes no other meaning`() {
        let outside = space.base.setting(.thinning, to: .category("none"))
            .setting(.thinningRate, to: .real(0.3)).setting(.directLinks, to: .category("no"))
        let nearest = space.nearest(to: outside)
        #expect(isSettled(nearest))
        #expect(nearest == space.base.setting(.thinning, to: .category("none")))
        #expect(draws.allSatisfy { space.nearest(to: $0) == $0 })
    }

    @Test func `a space holds a schedule only with the base's values for what means nothing`() {
        let settled = space.base.setting(.thinning, to: .category("none"))
        #expect(space.contains(settled))
        #expect(!space.contains(settled.setting(.thinningRate, to: .real(0.8))))
    }

    @Test(arguments: StrategyKind.allCases)
    func `strategies propose settled schedules`(kind: StrategyKind) {
        var searcher = Searcher(kind, space, seed: 3)
        for number in 1...150 {
            let schedule = searcher.ask(number)
            #expect(isSettled(schedule))
            searcher.tell(number, schedule, .reached(connections: Double(number % 7 + 10)))
        }
    }

    @Test func `a journal that does not say so is searched as before`() throws {
        let before = SearchSpace(base: space.base, dimensions: space.dimensions)
        let text = try JSONEncoder().encode(before)
        #expect(!String(decoding: text, as: UTF8.self).contains("fixes_idle"))
        #expect(try JSONDecoder().decode(SearchSpace.self, from: text) == before)
        let written = try JSONEncoder().encode(space)
        #expect(String(decoding: written, as: UTF8.self).contains(#""fixes_idle":true"#))
        #expect(try JSONDecoder().decode(SearchSpace.self, from: written) == space)
        var generator = Seed(rawValue: 8).generator()
        #expect(!(0..<50).map { _ in before.draw(using: &generator) }.allSatisfy(isSettled))
        #expect(before.hasSameSchedules(as: space))
    }
}
