/// Chooses the counts of connections that thinning tries, one after another.
///
/// It keeps a share `rate` of the connections that held the target. After a failure the share
/// becomes its square root (0.5, 0.71, 0.84, 0.92). If that is too fine, it removes one connection
/// in a hundred, at least one: seeds differ by more, and every stage costs the same. Failures in a
/// row with that finest step end the chain, as many as the schedule says. Square roots,
/// unlike powers, are exact to the last bit on every machine.
package struct ThinningChain {
    /// Number of square roots before the finest steps.
    private static let mostRefinements = 3
    /// The finest step removes one connection in this many.
    private static let finest = 100

    private let mostFinestFailures: Int
    private var share: Double
    private var refinements = 0
    private var finestFailures = 0

    /// Starts with the share of the first stages.
    ///
    /// - Parameter failures: failures in a row, with the finest steps, that end the chain.
    package init(rate: Double, failures: Int) {
        share = rate
        mostFinestFailures = failures
    }

    /// The next count to try below one that held the target; `nil` if the chain has ended.
    package func next(below held: Int) -> Int? {
        guard held > 1, finestFailures < mostFinestFailures else { return nil }
        guard !isFinest(held) else { return held - finestStep(from: held) }
        return max(1, Int((share * Double(held)).rounded()))
    }

    /// Records that a count did not hold the target.
    package mutating func noteFailure(below held: Int) {
        if isFinest(held) {
            finestFailures += 1
        } else {
            refinements += 1
            share = share.squareRoot()
        }
    }

    /// Records that a smaller count held the target.
    package mutating func noteSuccess() {
        finestFailures = 0
    }

    private func isFinest(_ held: Int) -> Bool {
        refinements > Self.mostRefinements
            || Int((share * Double(held)).rounded()) >= held - finestStep(from: held)
    }

    private func finestStep(from held: Int) -> Int { max(1, held / Self.finest) }
}
