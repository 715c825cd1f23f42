import Randomness
import ScheduleSearch
import Testing

@Suite struct ConfidenceBoundTests {
    @Test func `the interval of a geometric mean is Student's on the logarithms`() throws {
        // ln 1, ln e², ln e⁴: mean 2, standard error 2 / √3, t(2) = 2.920.
        let e = Elementary.exp(1)
        let interval = try #require(geometricMeanInterval([1, e * e, e * e * e * e]))
        let reach = 2.920 * 2 / 3.0.squareRoot()
        #expect(abs(Elementary.log(interval.lowerBound) - (2 - reach)) < 1e-6)
        #expect(abs(Elementary.log(interval.upperBound) - (2 + reach)) < 1e-6)
        #expect(geometricMeanInterval([5]) == nil)
    }

    @Test(arguments: [(10, 10, 0.7411), (5, 5, 0.5493), (8, 10, 0.4931), (1, 1, 0.05), (0, 9, 0)])
    func `the bound of a hit rate is Clopper's and Pearson's`(
        hits: Int, trainings: Int, bound: Double
    ) {
        #expect(abs(hitRateBound(hits: hits, of: trainings) - bound) < 1e-3)
    }
}
