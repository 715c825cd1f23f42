import Coordination
import Testing

@Suite struct WaitHistogramTests {
    @Test func `without waits there is no quantile`() {
        #expect(WaitHistogram().milliseconds(quantile: 0.5) == nil)
    }

    @Test(arguments: [1, 999, 1_000, 1_024, 123_456, 7_000_000, 60_000_000_000])
    func `a quantile is no less than the wait and at most three percent more`(nanoseconds: Int) {
        var waits = WaitHistogram()
        waits.note(.nanoseconds(nanoseconds))
        let found = (waits.milliseconds(quantile: 0.5) ?? 0) * 1e6
        #expect(found >= Double(nanoseconds) && found <= Double(nanoseconds) * 1.03)
    }

    @Test func `quantiles are in order and counts of two are added`() throws {
        var first = WaitHistogram()
        var second = WaitHistogram()
        for _ in 1...98 { first.note(.milliseconds(1)) }
        for _ in 1...2 { second.note(.milliseconds(100)) }
        first.add(second)
        #expect(try #require(first.milliseconds(quantile: 0.5)) < 1.04)
        #expect(try #require(first.milliseconds(quantile: 0.98)) < 1.04)
        #expect(try #require(first.milliseconds(quantile: 0.99)) >= 100)
    }
}
