import SparseNetworks
import Testing

@Suite struct CandidatePoolTests {
    /// Rows with features that are not negative, so that a rectifier can repeat them.
    private static let table = RowTable(
        features: (0..<300).map { Float(($0 * 37) % 101) / 100 },
        featureCount: 3,
        targets: .classes((0..<100).map { Int32($0 % 2) })
    )

    /// Three inputs, a hidden node that copies the second, and one output.
    private static func network() -> SparseNetwork {
        var network = SparseNetwork(layerSizes: [3, 1, 1], activation: .relu, loss: .logistic)
        network.add([
            Connection(source: 1, target: 3, weight: 1),
            Connection(source: 3, target: 4, weight: 0.5),
        ])
        return network
    }

    private func best(reading sources: [Int]) -> CandidateNode {
        CandidatePool(
            [CandidateNode(sources: sources, weights: [0.4, -0.7], bias: 0.2)],
            behind: Self.network(),
            residuals: (0..<100).map { $0 % 2 == 0 ? 0.5 : -0.25 },
            sample: .consecutive(0..<100),
            of: Self.table,
            instructionSet: .best
        ).best(afterSteps: 10, learningRate: 0.1)
    }

    @Test func `a candidate learns from a hidden node as from its output`() {
        let fromInput = best(reading: [0, 1])
        let fromHidden = best(reading: [0, 3])
        #expect(fromHidden.sources == [0, 3])
        #expect(fromHidden.weights == fromInput.weights)
        #expect(fromHidden.covariances == fromInput.covariances)
        #expect(fromInput.weights != [0.4, -0.7])
    }

    @Test func `the sources of a candidate change the result`() {
        #expect(best(reading: [0, 1]).covariances != best(reading: [0, 2]).covariances)
    }
}
