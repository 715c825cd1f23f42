package import Randomness

/// Adapts the step length of differential evolution and the share of changed genes to past
/// successes.
///
/// Source: Tanabe and Fukunaga, "Success-history based parameter adaptation for differential
/// evolution", CEC (2013), algorithm 1 and equations 7 to 9.
package struct SuccessHistory: Sendable {
    /// The two factors of one child.
    package struct Factors: Hashable, Sendable {
        /// F: length of the steps, in (0, 1].
        package let scale: Double
        /// CR: chance of each gene to change, in [0, 1].
        package let crossover: Double

        /// Joins the two factors.
        package init(scale: Double, crossover: Double) {
            self.scale = scale
            self.crossover = crossover
        }
    }

    private static let memorySize = 6
    private static let batchSize = 8
    private static let deviation = 0.1
    private static let mostGain = 2.0

    /// The entries around which factors are drawn.
    package private(set) var memory = Array(
        repeating: Factors(scale: 0.5, crossover: 0.7), count: memorySize)
    private var next = 0
    private var successes: [(factors: Factors, gain: Double)] = []

    /// Creates a history without successes.
    package init() {}

    /// Draws the factors of a child: F from a Cauchy distribution and CR from a normal
    /// distribution, both around one entry of the memory.
    package func draw(using generator: inout PhiloxGenerator) -> Factors {
        let center = memory[generator.integer(below: Self.memorySize)]
        var scale = 0.0
        while scale <= 0 {
            // The ratio of two normal numbers has a Cauchy distribution.
            let below = generator.normal()
            guard below != 0 else { continue }
            scale = center.scale + Self.deviation * generator.normal() / below
        }
        let crossover = center.crossover + Self.deviation * generator.normal()
        return Factors(scale: min(scale, 1), crossover: min(max(crossover, 0), 1))
    }

    /// Records that a child was better than its parent by `gain` (> 0, difference of ln costs).
    package mutating func note(_ factors: Factors, gain: Double) {
        successes.append((factors, min(gain, Self.mostGain)))
        guard successes.count == Self.batchSize else { return }
        let weight = successes.reduce(0) { $0 + $1.gain }
        let scales = successes.reduce(0) { $0 + $1.gain * $1.factors.scale }
        let squares = successes.reduce(0) { $0 + $1.gain * $1.factors.scale * $1.factors.scale }
        let crossovers = successes.reduce(0) { $0 + $1.gain * $1.factors.crossover }
        memory[next] = Factors(scale: squares / scales, crossover: crossovers / weight)
        next = (next + 1) % Self.memorySize
        successes.removeAll(keepingCapacity: true)
    }
}
