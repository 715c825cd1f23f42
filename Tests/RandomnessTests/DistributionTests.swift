import Randomness
import Testing

/// Bounds are six standard errors wide; the seeds are fixed.
@Suite struct DistributionTests {
    private static let draws = 100_000

    private func moments(
        _ seed: UInt64,
        draw: (inout PhiloxGenerator) -> Double
    ) -> (mean: Double, variance: Double) {
        var generator = Seed(rawValue: seed).generator()
        let numbers = (0..<Self.draws).map { _ in draw(&generator) }
        let mean = numbers.reduce(0, +) / Double(Self.draws)
        let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, squares / Double(Self.draws - 1))
    }

    private let root = Double(draws).squareRoot()

    @Test func `uniform numbers fill the interval from 0 to 1`() {
        let (mean, variance) = moments(1) { $0.unit() }
        #expect(abs(mean - 0.5) < 6 * (1.0 / 12).squareRoot() / root)
        #expect(abs(variance - 1.0 / 12) < 6 * (1.0 / 180).squareRoot() / root)
        var generator = Seed(rawValue: 2).generator()
        #expect((0..<Self.draws).allSatisfy { _ in (0..<1).contains(generator.unit()) })
    }

    @Test func `uniform numbers stay within their range`() {
        let (mean, variance) = moments(3) { $0.uniform(in: -3...5) }
        #expect(abs(mean - 1) < 6 * (64.0 / 12).squareRoot() / root)
        #expect(abs(variance - 64.0 / 12) < 6 * 64 * (1.0 / 180).squareRoot() / root)
        var generator = Seed(rawValue: 4).generator()
        #expect((0..<1000).allSatisfy { _ in (-3...5).contains(generator.uniform(in: -3...5)) })
        #expect(generator.uniform(in: 7...7) == 7)
    }

    @Test func `normal numbers have mean 0, variance 1 and the right tails`() {
        let (mean, variance) = moments(5) { $0.normal() }
        #expect(abs(mean) < 6 / root)
        #expect(abs(variance - 1) < 6 * 2.0.squareRoot() / root)
        let (tail, _) = moments(6) { abs($0.normal()) > 1.959964 ? 1 : 0 }
        #expect(abs(tail - 0.05) < 6 * (0.05 * 0.95).squareRoot() / root)
    }

    @Test(arguments: [0.0, 0.03, 0.5, 1.0])
    func `a chance is true with its probability`(probability: Double) {
        let (mean, _) = moments(7) { $0.chance(probability) ? 1 : 0 }
        let deviation = (probability * (1 - probability)).squareRoot()
        #expect(abs(mean - probability) <= 6 * deviation / root)
    }

    @Test(arguments: [1, 2, 3, 7, 10, 64])
    func `all integers below a bound are equally likely`(bound: Int) {
        var generator = Seed(rawValue: 8).generator()
        var counts = Array(repeating: 0, count: bound)
        for _ in 0..<Self.draws { counts[generator.integer(below: bound)] += 1 }
        let share = 1 / Double(bound)
        let deviation = (Double(Self.draws) * share * (1 - share)).squareRoot()
        for count in counts {
            #expect(abs(Double(count) - Double(Self.draws) * share) <= 6 * deviation)
        }
    }

    /// 2⁶⁴ over the bound is 2⅔, so without rejection every third number would come two times where
    /// the others come three times.
    @Test func `integers below a huge bound are unbiased`() {
        let (mean, _) = moments(9) { $0.integer(below: 3 << 61) % 3 == 2 ? 1 : 0 }
        #expect(abs(mean - 1.0 / 3) < 6 * (2.0 / 9).squareRoot() / root)
        var generator = Seed(rawValue: 10).generator()
        #expect(
            (0..<1000).allSatisfy { _ in (0..<Int.max).contains(generator.integer(below: .max)) }
        )
    }

    @Test func `a shuffle gives every order equally often`() {
        var generator = Seed(rawValue: 11).generator()
        var counts: [[Int]: Int] = [:]
        for _ in 0..<60_000 {
            var elements = [0, 1, 2, 3]
            generator.shuffle(&elements)
            counts[elements, default: 0] += 1
        }
        #expect(counts.count == 24)
        let deviation = (60_000 * (1.0 / 24) * (23.0 / 24)).squareRoot()
        #expect(counts.values.allSatisfy { abs(Double($0) - 2500) < 6 * deviation })
    }

    @Test func `a shuffle keeps the elements, also of short lists`() {
        var generator = Seed(rawValue: 12).generator()
        for count in 0...50 {
            var elements = Array(0..<count)
            generator.shuffle(&elements)
            #expect(elements.sorted() == Array(0..<count))
        }
    }

    @Test(arguments: [(0, 0), (0, 5), (1, 1), (5, 5), (3, 100), (99, 100)])
    func `a sample has distinct integers below its bound`(count: Int, population: Int) {
        var generator = Seed(rawValue: 13).generator()
        for _ in 0..<100 {
            let drawn = generator.sample(count, below: population)
            #expect(drawn.count == count)
            #expect(Set(drawn).count == count)
            #expect(drawn.allSatisfy { (0..<population).contains($0) })
        }
    }

    @Test func `all integers are equally likely at each position of a sample`() {
        var generator = Seed(rawValue: 14).generator()
        var counts = Array(repeating: Array(repeating: 0, count: 5), count: 3)
        for _ in 0..<20_000 {
            for (place, drawn) in generator.sample(3, below: 5).enumerated() {
                counts[place][drawn] += 1
            }
        }
        let deviation = (20_000 * 0.2 * 0.8).squareRoot()
        #expect(counts.joined().allSatisfy { abs(Double($0) - 4000) < 6 * deviation })
    }

    @Test func `draws never change`() {
        var generator = Seed(rawValue: 20).generator()
        #expect(generator.unit() == 0.517208544483414)
        #expect(generator.uniform(in: 1...3) == 1.317338330736125)
        #expect(generator.integer(below: 1000) == 264)
        #expect(generator.normal() == 0.3023354248432244)
        #expect(generator.sample(5, below: 9) == [6, 3, 1, 8, 0])
    }
}
