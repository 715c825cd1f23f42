import Randomness
import ScheduleSearch
import Testing

/// What differential evolution learns of its steps, against the formulas of the papers.
@Suite struct SuccessHistoryTests {
    private typealias Factors = SuccessHistory.Factors

    private func history(_ successes: [(Factors, gain: Double)]) -> SuccessHistory {
        var history = SuccessHistory()
        for (factors, gain) in successes { history.note(factors, gain: gain) }
        return history
    }

    /// Eight successes with the same gain, so that the weights cancel out.
    private func batch(scale: Double, crossover: Double) -> [(Factors, gain: Double)] {
        Array(repeating: (Factors(scale: scale, crossover: crossover), 0.5), count: 8)
    }

    @Test func `the scale is the Lehmer mean, and the crossover the mean, weighted by the gains`()
        throws
    {
        // Tanabe and Fukunaga 2013, equations 7 to 9, with w = Δ / ΣΔ:
        // F = (6 · 0.1 · 0.2² + 2 · 0.7 · 0.8²) / (6 · 0.1 · 0.2 + 2 · 0.7 · 0.8) = 0.92 / 1.24,
        // CR = (6 · 0.1 · 0.3 + 2 · 0.7 · 0.9) / (6 · 0.1 + 2 · 0.7) = 1.44 / 2.
        let successes =
            Array(repeating: (Factors(scale: 0.2, crossover: 0.3), gain: 0.1), count: 6)
            + Array(repeating: (Factors(scale: 0.8, crossover: 0.9), gain: 0.7), count: 2)
        let learnt = try #require(history(successes).memory.first)
        #expect(abs(learnt.scale - 0.92 / 1.24) < 1e-12)
        #expect(abs(learnt.crossover - 0.72) < 1e-12)
    }

    @Test func `with equal gains it is the mean of Zhang and Sanderson`() throws {
        // Zhang and Sanderson 2009, equation 12: ΣF² / ΣF = (4 · 0.25 + 4 · 1) / (4 · 0.5 + 4 · 1).
        let successes = [0.5, 1, 0.5, 1, 0.5, 1, 0.5, 1].map {
            (Factors(scale: $0, crossover: $0), gain: 0.3)
        }
        let learnt = try #require(history(successes).memory.first)
        #expect(abs(learnt.scale - 5.0 / 6) < 1e-12)
        #expect(abs(learnt.crossover - 0.75) < 1e-12)
    }

    @Test func `a gain counts as two at most`() throws {
        let others = Array(repeating: (Factors(scale: 0.5, crossover: 0), gain: 1.0), count: 7)
        let learnt = try #require(
            history([(Factors(scale: 1, crossover: 1), gain: 50.0)] + others).memory.first)
        // (2 · 1² + 7 · 0.5²) / (2 · 1 + 7 · 0.5)
        #expect(abs(learnt.scale - 3.75 / 5.5) < 1e-12)
        #expect(abs(learnt.crossover - 2.0 / 9) < 1e-12)
    }

    @Test func `every eighth success replaces the oldest of six entries`() {
        let usual = Factors(scale: 0.5, crossover: 0.7)
        let seven = history(Array(batch(scale: 0.9, crossover: 0.1).dropLast()))
        #expect(seven.memory == Array(repeating: usual, count: 6))
        // Numbers that a binary fraction holds exactly.
        let sizes = [0.125, 0.25, 0.375, 0.625, 0.75, 0.875, 1]
        let full = history(sizes.flatMap { batch(scale: $0, crossover: $0) })
        #expect(full.memory.map(\.scale) == [1, 0.25, 0.375, 0.625, 0.75, 0.875])
        #expect(full.memory.map(\.crossover) == [1, 0.25, 0.375, 0.625, 0.75, 0.875])
    }

    @Test func `scales have a Cauchy and crossovers a normal distribution about an entry`() {
        var generator = Seed(rawValue: 3).generator()
        let history = SuccessHistory()
        let draws = (0..<20_000).map { _ in history.draw(using: &generator) }
        func share(_ matches: (Factors) -> Bool) -> Double {
            Double(draws.count(where: matches)) / Double(draws.count)
        }
        // About 0.5 with a half-width of 0.1: ½ − atan(5) / π = 6.3 % lie below 0 and are drawn
        // again, and as many above 1, where they end. A quarter lies below 0.4.
        #expect(draws.allSatisfy { $0.scale > 0 && $0.scale <= 1 })
        #expect(abs(share { $0.scale < 0.5 } - 0.4665) < 0.012)
        #expect(abs(share { $0.scale < 0.4 } - 0.1997) < 0.012)
        #expect(abs(share { $0.scale == 1 } - 0.0670) < 0.008)
        #expect(draws.allSatisfy { (0...1).contains($0.crossover) })
        #expect(abs(share { $0.crossover < 0.7 } - 0.5) < 0.012)
        #expect(abs(share { $0.crossover < 0.6 } - 0.1587) < 0.012)
    }
}
