import Glibc
import Randomness
import ScheduleSearch
import Testing
import Trials

/// Properties of every strategy, tested on every space.
@Suite struct StrategyConformanceTests {
    /// The results of the trials of a run, by trial.
    enum Fate: CaseIterable {
        case failing, censored, missed, reached, untold, mixed

        func fitness(of trial: Int) -> Fitness? {
            switch self {
            case .failing: .failed
            case .censored: .censored(projection: 100)
            case .missed: .missed(shortfall: 0.1)
            case .reached: .reached(connections: Double(50 + trial * 37 % 101))
            case .untold: nil
            case .mixed:
                [.failed, .censored(projection: 80), .missed(shortfall: 0.2), nil][trial % 4]
                    ?? .reached(connections: Double(trial))
            }
        }
    }

    /// Asks for trials; reports each one only after `lag` more were asked.
    private func run(
        _ kind: StrategyKind,
        _ space: SearchSpace,
        trials: Int,
        lag: Int,
        fate: Fate,
        seed: UInt64 = 7
    ) -> [GrowthSchedule] {
        var searcher = Searcher(kind, space, seed: seed)
        var asked: [GrowthSchedule] = []
        for number in 1...trials {
            asked.append(searcher.ask(number))
            let told = number - lag
            guard told >= 1, let fitness = fate.fitness(of: told) else { continue }
            searcher.tell(told, asked[told - 1], fitness)
        }
        return asked
    }

    @Test(arguments: StrategyKind.allCases, Fate.allCases)
    func `every schedule lies within the space, whatever is reported`(
        kind: StrategyKind,
        fate: Fate
    ) {
        for (name, space) in Spaces.all {
            let asked = run(kind, space, trials: 150, lag: 4, fate: fate)
            #expect(asked.allSatisfy(space.contains), "space: \(name)")
        }
    }

    @Test(arguments: StrategyKind.allCases)
    func `the same calls get the same answers`(kind: StrategyKind) {
        let first = run(kind, Spaces.mixed, trials: 200, lag: 3, fate: .mixed)
        #expect(first == run(kind, Spaces.mixed, trials: 200, lag: 3, fate: .mixed))
        #expect(first != run(kind, Spaces.mixed, trials: 200, lag: 3, fate: .mixed, seed: 8))
    }

    @Test(arguments: StrategyKind.allCases)
    func `the order of reports between two asks does not matter`(kind: StrategyKind) {
        var forward = Searcher(kind, Spaces.mixed, seed: 3)
        let asked = (1...60).map { forward.ask($0) }
        var backward = forward
        func fitness(_ number: Int) -> Fitness { .reached(connections: Double(number % 5)) }
        for number in 1...60 { forward.tell(number, asked[number - 1], fitness(number)) }
        for number in (1...60).reversed() {
            backward.tell(number, asked[number - 1], fitness(number))
        }
        for number in 61...80 { #expect(forward.ask(number) == backward.ask(number)) }
    }

    @Test(arguments: StrategyKind.allCases)
    func `a thousand trials may be under way`(kind: StrategyKind) {
        let asked = run(kind, Spaces.mixed, trials: 1500, lag: 1000, fate: .reached)
        #expect(asked.allSatisfy(Spaces.mixed.contains))
        #expect(Set(asked).count == asked.count)
    }

    @Test(arguments: StrategyKind.allCases)
    func `a budget of one trial gets a schedule`(kind: StrategyKind) {
        for (name, space) in Spaces.all {
            let asked = run(kind, space, trials: 1, lag: 0, fate: .reached)
            #expect(asked.allSatisfy(space.contains), "space: \(name)")
        }
    }

    @Test(arguments: StrategyKind.allCases)
    func `a space without dimensions gives its base`(kind: StrategyKind) {
        let asked = run(kind, Spaces.fixed, trials: 60, lag: 1, fate: .reached)
        #expect(asked.allSatisfy { $0 == Spaces.fixed.base })
    }

    @Test(arguments: StrategyKind.allCases)
    func `every value of a small space is tried`(kind: StrategyKind) {
        let numbers = run(kind, Spaces.oneNumber, trials: 60, lag: 1, fate: .reached)
        #expect(Set(numbers.map(\.patience)) == [1, 2, 3])
        let words = run(kind, Spaces.wordsOnly, trials: 60, lag: 1, fate: .reached)
        #expect(Set(words.map(\.optimizer)) == [.adam, .momentum])
    }

    @Test(arguments: StrategyKind.allCases)
    func `trial numbers may have gaps and any size`(kind: StrategyKind) {
        var searcher = Searcher(kind, Spaces.mixed)
        for number in [1, 5, 1_000_000_007, Int.max] {
            #expect(Spaces.mixed.contains(searcher.ask(number)))
        }
    }

    /// Compared with itself in the processor's time, of which others on the machine take none; the
    /// least of many looks, because caches are shared.
    @Test(arguments: StrategyKind.allCases)
    func `an ask costs no more after ten thousand trials than after five hundred`(
        kind: StrategyKind
    ) {
        var searcher = Searcher(kind, Spaces.mixed)
        var number = 0
        func cost(after trials: Int) -> Int {
            while number < trials {
                number += 1
                let schedule = searcher.ask(number)
                searcher.tell(
                    number, schedule, .reached(connections: Double(number * 7919 % 1009)))
            }
            let costs = (0..<50).map { _ in
                let start = Self.processorNanoseconds()
                for _ in 0..<4 {
                    number += 1
                    _ = searcher.ask(number)
                }
                return Self.processorNanoseconds() - start
            }
            return costs.min() ?? 0
        }
        let early = cost(after: 500)
        #expect(early > 0)
        #expect(cost(after: 10_000) < 6 * early)
    }

    private static func processorNanoseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
