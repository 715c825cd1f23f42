/// Draws from the distributions that the project needs.
///
/// The standard library's own `random(in:using:)` and `shuffled(using:)` may change their
/// algorithms between releases; these never change, because fingerprints depend on them.
extension PhiloxGenerator {
    /// Draws a uniform number in [0, 1), a multiple of 2⁻⁵³.
    public mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Draws a uniform number between two bounds.
    public mutating func uniform(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    /// Draws a uniform integer in 0..<bound, without bias.
    ///
    /// Source: Lemire, "Fast random integer generation in an interval", ACM Transactions on
    /// Modeling and Computer Simulation 29 (2019), algorithm 5.
    ///
    /// - Precondition: `bound` is positive.
    public mutating func integer(below bound: Int) -> Int {
        precondition(bound > 0, "cannot draw an integer below \(bound)")
        let span = UInt64(bound)
        var product = next().multipliedFullWidth(by: span)
        if product.low < span {
            let threshold = (0 &- span) % span
            while product.low < threshold {
                product = next().multipliedFullWidth(by: span)
            }
        }
        return Int(product.high)
    }

    /// Draws true with the given probability (0…1).
    public mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    /// Draws from the standard normal distribution.
    ///
    /// Source: Marsaglia and Bray, "A convenient method for generating normal variables", SIAM
    /// Review 6 (1964): the polar method; the second variate is discarded so that no state is kept.
    public mutating func normal() -> Double {
        while true {
            let x = uniform(in: -1...1)
            let y = uniform(in: -1...1)
            let square = x * x + y * y
            if square < 1, square > 0 {
                return x * (-2 * Elementary.log(square) / square).squareRoot()
            }
        }
    }

    /// Puts the elements into a uniformly random order (Fisher and Yates).
    ///
    /// - Complexity: O(count).
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, integer(below: last + 1))
        }
    }

    /// Draws distinct integers from 0..<population, in random order.
    ///
    /// Source: Floyd's sampling in Bentley and Floyd, "A sample of brilliance", Communications of
    /// the ACM 30 (1987), then shuffled.
    ///
    /// - Precondition: `count` is in 0...population.
    /// - Complexity: O(count) expected.
    public mutating func sample(_ count: Int, below population: Int) -> [Int] {
        precondition(
            (0...population).contains(count), "cannot draw \(count) distinct of \(population)")
        var chosen: Set<Int> = []
        var drawn: [Int] = []
        drawn.reserveCapacity(count)
        for last in (population - count)..<population {
            let pick = integer(below: last + 1)
            let taken = chosen.insert(pick).inserted ? pick : last
            chosen.insert(taken)
            drawn.append(taken)
        }
        shuffle(&drawn)
        return drawn
    }
}
