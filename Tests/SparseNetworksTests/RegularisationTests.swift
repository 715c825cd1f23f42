import SparseNetworks
import Testing

@Suite struct RegularisationTests {
    private let ones = RowTable(
        features: Array(repeating: 1, count: 40 * 64), featureCount: 40,
        targets: .values(Array(repeating: 1000, count: 64)))

    /// One output that reads every input: with all weights 0 the gradient of a weight is the sum of
    /// its input, times −1000/64.
    private func gradients(_ dropout: InputDropout?) -> [Float] {
        let network = randomNetwork(
            layers: [40, 1], density: 1, loss: .squared, seed: 1)
        var blank = network
        blank.setWeights { _ in 0 }
        let workspace = Workspace(for: blank, instructionSet: .best)
        workspace.computeGradients(.consecutive(0..<64), of: ones, dropping: dropout)
        return workspace.lastGradients.weights
    }

    @Test func `dropout leaves out its share of the input values and keeps their mean`() {
        let whole = gradients(nil)
        var shares: [Double] = []
        for key in 0..<50 {
            let dropped = gradients(InputDropout(rate: 0.25, key: UInt64(key)))
            shares += zip(dropped, whole).map { Double($0 / $1) }
        }
        // 50 · 40 · 64 draws of a quarter: the mean is within 5 standard errors.
        let mean = shares.reduce(0, +) / Double(shares.count)
        #expect(abs(mean - 1) < 5 * (1.0 / 3 / 128_000).squareRoot())
        #expect(Set(shares).count > 10)
    }

    @Test func `the same key leaves out the same values, another one others`() {
        let first = gradients(InputDropout(rate: 0.5, key: 7))
        #expect(gradients(InputDropout(rate: 0.5, key: 7)) == first)
        #expect(gradients(InputDropout(rate: 0.5, key: 8)) != first)
        #expect(gradients(InputDropout(rate: 0, key: 7)) == gradients(nil))
    }

    @Test(arguments: [OptimizerRule.Kind.adam, .nesterov])
    func `the lasso takes the same from every weight, whatever its size`(
        kind: OptimizerRule.Kind
    ) {
        let network = randomNetwork(
            layers: [40, 1], density: 1, loss: .squared, seed: 1)
        func stepped(_ lasso: Double) -> [Float] {
            var learnt = network
            let workspace = Workspace(for: network, instructionSet: .best)
            workspace.computeGradients(.consecutive(0..<64), of: ones)
            workspace.step(OptimizerRule(kind, momentum: 0.9, lasso: lasso), learningRate: 0.01)
            workspace.store(into: &learnt)
            return learnt.weights
        }
        let plain = stepped(0)
        let pulled = stepped(0.5)
        for (position, old) in network.weights.enumerated() {
            let taken: Float = (plain[position] - pulled[position]) * (old < 0 ? -1 : 1)
            let tolerance: Float = max(abs(plain[position]), 1) * 1e-5
            #expect(abs(taken - 0.005) < tolerance)
        }
    }

    @Test func `a gradient is shortened to a norm and keeps its direction`() {
        let network = randomNetwork(
            layers: [40, 1], density: 1, loss: .squared, seed: 1)
        let workspace = Workspace(for: network, instructionSet: .best)
        workspace.computeGradients(.consecutive(0..<64), of: ones)
        let before = workspace.lastGradients.weights
        let norm = workspace.clipGradient(toNorm: 1)
        #expect(norm > 1)
        for (shortened, whole) in zip(workspace.lastGradients.weights, before) {
            let apart: Double = abs(Double(shortened) * norm - Double(whole))
            #expect(apart <= abs(Double(whole)) * 1e-5)
        }
        #expect(workspace.clipGradient(toNorm: 2) < 1.001)
    }
}
