import Datasets
import SparseLearning
import Testing

@Suite struct ClassWeightsTests {
    @Test func `classes have equal sums of weights, and rows a mean weight of one`() {
        let labels: [Int32] = [0, 0, 2, 0, 2, 0, 0, 2]
        let targets = Targets.classes(labels: labels, names: ["often", "never", "rarely"])
        let weights = targets.balancedClassWeights
        // Eight rows of two classes: 8 / (2 · 5) and 8 / (2 · 3).
        #expect(weights == [0.8, 0, 8 / 6])
        let sum = labels.reduce(Float(0)) { $0 + weights[Int($1)] }
        #expect(abs(sum - 8) < 1e-6)
    }

    @Test func `equally frequent classes weigh one each`() {
        let targets = Targets.classes(labels: [1, 0, 1, 0], names: ["a", "b"])
        #expect(targets.balancedClassWeights == [1, 1])
    }

    @Test func `numbers have no weights`() {
        #expect(Targets.values([1, 2]).balancedClassWeights.isEmpty)
    }
}
