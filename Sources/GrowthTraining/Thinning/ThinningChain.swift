/// The counts of connections that thinning tries, one after the other.
///
/// It keeps a share `rate` of the connections that held the target. A failure takes the square root
/// of that share (0.5, 0.71, 0.84, 0.92), and where this is too fine it takes away one connection
/// in a hundred, at least one: seeds differ by more, and each stage costs as much as the others.
/// Square roots are exact to the last bit everywhere, unlike powers.
package struct ThinningChain {
    /// Roots taken before the finest steps are.
    private static let mostRefinements = 3
    /// The finest step is one connection in so many.
    private static let finest = 100
    /// Failures in a row, with the finest steps, that end the chain.
    private static let mostFinestFailures = 2

    private var share: Double
    private var refinements = 0
    private var finestFailures = 0

    /// Starts with the share that the first stages keep.
    package init(rate: Double) {
        share = rate
    }

    /// The next count to try below one that held the target, if any is left to try.
    package func next(below held: Int) -> Int? {
        guard held > 1, finestFailures < Self.mostFinestFailures else { return nil }
        guard !isFinest(held) else { return held - finestStep(from: held) }
        return max(1, Int((share * Double(held)).rounded()))
    }

    /// Notes that a count did not hold the target.
    package mutating func noteFailure(below held: Int) {
        if isFinest(held) {
            finestFailures += 1
        } else {
            refinements += 1
            share = share.squareRoot()
        }
    }

    /// Notes that a smaller count held the target.
    package mutating func noteSuccess() {
        finestFailures = 0
    }

    private func isFinest(_ held: Int) -> Bool {
        refinements > Self.mostRefinements
            || Int((share * Double(held)).rounded()) >= held - finestStep(from: held)
    }

    private func finestStep(from held: Int) -> Int { max(1, held / Self.finest) }
}
