/// The counts of connections that thinning tries, one after the other.
///
/// It keeps a share `rate` of the connections that held the target. A failure takes the square root
/// of that share (0.5, 0.71, 0.84, 0.92), and where this is too fine it takes away one connection.
/// Square roots are exact to the last bit everywhere, unlike powers.
package struct ThinningChain {
    /// Roots taken before single connections are taken away.
    private static let mostRefinements = 3
    /// Failures in a row, with single connections, that end the chain.
    private static let mostSingleFailures = 2

    private var share: Double
    private var refinements = 0
    private var singleFailures = 0

    /// Starts with the share that the first stages keep.
    package init(rate: Double) {
        share = rate
    }

    /// The next count to try below one that held the target, if any is left to try.
    package func next(below held: Int) -> Int? {
        guard held > 1, singleFailures < Self.mostSingleFailures else { return nil }
        guard !isSingle(held) else { return held - 1 }
        return max(1, Int((share * Double(held)).rounded()))
    }

    /// Notes that a count did not hold the target.
    package mutating func noteFailure(below held: Int) {
        if isSingle(held) {
            singleFailures += 1
        } else {
            refinements += 1
            share = share.squareRoot()
        }
    }

    /// Notes that a smaller count held the target.
    package mutating func noteSuccess() {
        singleFailures = 0
    }

    private func isSingle(_ held: Int) -> Bool {
        refinements > Self.mostRefinements || Int((share * Double(held)).rounded()) >= held - 1
    }
}
