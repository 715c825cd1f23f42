import GrowthTraining
import Testing

@Suite struct ThinningChainTests {
    /// The counts that are tried if every network with at least `fewest` connections holds the
    /// target.
    private func counts(from start: Int, fewest: Int, rate: Double) -> [Int] {
        var chain = ThinningChain(rate: rate, failures: 2)
        var held = start
        var tried: [Int] = []
        while let count = chain.next(below: held) {
            tried.append(count)
            if count >= fewest {
                held = count
                chain.noteSuccess()
            } else {
                chain.noteFailure(below: held)
            }
        }
        return tried
    }

    @Test func `the share is kept until it fails, then its root is used`() {
        #expect(
            counts(from: 1000, fewest: 200, rate: 0.5)
                == [500, 250, 125, 177, 210, 177, 193, 208, 206, 204, 202, 200, 198, 198]
        )
    }

    @Test func `small networks lose one connection at a time, and get two attempts`() {
        #expect(counts(from: 4, fewest: 3, rate: 0.5) == [2, 3, 2, 2])
        #expect(counts(from: 3, fewest: 3, rate: 0.98) == [2, 2])
    }

    @Test func `the chain ends at one connection`() {
        #expect(counts(from: 8, fewest: 1, rate: 0.5) == [4, 2, 1])
        #expect(counts(from: 1, fewest: 0, rate: 0.5).isEmpty)
    }

    @Test(arguments: [0.05, 0.3, 0.5, 0.7, 0.9, 0.98], [1, 2, 3, 7, 50, 999])
    func `every count is smaller than the last success, and the chain ends`(
        rate: Double,
        start: Int
    ) {
        for fewest in [1, start / 3, start] {
            var held = start
            for count in counts(from: start, fewest: fewest, rate: rate) {
                #expect(count >= 1 && count < held)
                if count >= fewest { held = count }
            }
        }
    }
}
