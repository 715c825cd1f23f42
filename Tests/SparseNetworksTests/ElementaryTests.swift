import Randomness
import SparseNetworks
import Testing

/// Single precision has a unit roundoff of 6e-8.
///
/// The functions round about ten terms that are small compared with the result, so 2.5e-7 (4 units)
/// is required.
@Suite struct ElementaryTests {
    private func grid(_ range: ClosedRange<Double>, _ count: Int = 20_001) -> [Float] {
        (0..<count).map {
            let share = Double($0) / Double(count - 1)
            return Float(range.lowerBound + (range.upperBound - range.lowerBound) * share)
        }
    }

    private func worst(
        _ kernel: ElementaryKernel,
        _ numbers: [Float],
        _ exact: (Double) -> Double
    ) -> Double {
        zip(numbers, kernel(numbers, on: .baseline)).map { number, found in
            let expected = exact(Double(number))
            return abs(Double(found) - expected) / max(abs(expected), 1e-30)
        }.max() ?? .infinity
    }

    /// The two parts of ln 2 exactly undo the rounding of a large argument's product with 1/ln 2,
    /// so the error does not grow with the argument.
    @Test func `exp is exact to a few units in the last place`() {
        #expect(worst(.exponential, grid(-86...86), Elementary.exp) < 2.5e-7)
    }

    @Test func `log is exact to a few units in the last place`() {
        #expect(worst(.logarithm, grid(1.5...4000), Elementary.log) < 2.5e-7)
        let near = grid(0.5...2)
        let error = zip(near, ElementaryKernel.logarithm(near, on: .baseline)).map {
            abs(Double($1) - Elementary.log(Double($0)))
        }.max()
        #expect(error ?? 1 < 1.2e-7)
    }

    @Test func `tanh is exact to a few units in the last place`() {
        let error = worst(.hyperbolicTangent, grid(-12...12)) { x in
            let size = abs(x)
            // Near 0 the quotient of exponentials cancels; the series is exact enough there.
            if size < 0.01 { return x * (1 - x * x / 3 + 2 * x * x * x * x / 15) }
            let power = Elementary.exp(2 * size)
            return (x < 0 ? -1 : 1) * (power - 1) / (power + 1)
        }
        #expect(error < 2.5e-7)
    }

    @Test func `tanh keeps zero and signs, and its limit is one`() {
        let found = ElementaryKernel.hyperbolicTangent([0, 200, -200, 1e-20], on: .best)
        #expect(found == [0, 1, -1, 1e-20])
    }

    @Test(arguments: ElementaryKernel.allCases)
    func `every instruction set gives the same bits`(kernel: ElementaryKernel) {
        let numbers = grid(kernel == .logarithm ? 0.001...90 : -90...90)
        let expected = kernel(numbers, on: .baseline).map(\.bitPattern)
        for set in InstructionSet.available {
            #expect(kernel(numbers, on: set).map(\.bitPattern) == expected, "\(set)")
        }
    }
}
