import Randomness
import SparseNetworks
import Testing

@Suite struct InstructionSetTests {
    @Test func `there is always a baseline`() {
        #expect(InstructionSet.available.first == .baseline)
        #expect(InstructionSet.available.contains(.best))
    }

    static let shapes: [(OutputLoss, HiddenActivation, OptimizerRule.Kind, Int)] = [
        (.softmax, .tanh, .adam, 200), (.softmax, .relu, .nesterov, 47),
        (.logistic, .tanh, .nesterov, 33), (.squared, .relu, .adam, 7),
        (.softmax, .leaky, .adam, 90), (.logistic, .leaky, .nesterov, 40),
    ]

    @Test(arguments: shapes)
    func `every instruction set trains to the same bits`(
        loss: OutputLoss,
        activation: HiddenActivation,
        kind: OptimizerRule.Kind,
        rows: Int
    ) {
        let network = randomNetwork(
            layers: [23, 9, 6, loss == .softmax ? 4 : 1],
            density: 0.4,
            activation: activation,
            loss: loss,
            seed: 3
        )
        let table = randomRows(rows, features: 23, loss: loss, classes: 4, seed: 4)
        let results = InstructionSet.available.map { set in
            trained(network, kind, on: table, set)
        }
        for result in results { #expect(result == results[0]) }
        #expect(results[0].fingerprint != network.fingerprint)
    }

    private struct Result: Equatable {
        let fingerprint: UInt64
        let norms: [UInt64]
        let loss: UInt64
        let scores: [UInt32]
        let candidate: CandidateNode
    }

    private func trained(
        _ network: SparseNetwork,
        _ kind: OptimizerRule.Kind,
        on table: RowTable,
        _ set: InstructionSet
    ) -> Result {
        var network = network
        let workspace = Workspace(for: network, instructionSet: set, rows: table.rowCount)
        let rule = OptimizerRule(kind, momentum: 0.9, weightDecay: 0.001, lasso: 0.0003)
        workspace.classWeights = [1.3, 0.7, 1.1, 0.9]
        let rows = RowSelection.consecutive(0..<table.rowCount)
        var norms: [UInt64] = []
        for step in UInt64(0)..<50 {
            let dropout = InputDropout(rate: 0.2, key: 5, step: step)
            workspace.computeGradients(
                rows, of: table, disturbance: InputDisturbance(dropout: dropout))
            norms.append(workspace.gradientNorm().bitPattern)
            workspace.scaleGradients(by: min(1, 0.3 / workspace.gradientNorm()))
            workspace.step(rule, learningRate: 0.01)
        }
        let scores = workspace.growthScores(
            rows, of: table, inputScales: workspace.inputScales(of: table))
        let pool = CandidatePool(
            (0..<5).map { index in
                CandidateNode(sources: [index, index + 3, 20], weights: [1, -0.5, 0.2], bias: 0.1)
            },
            behind: network,
            residuals: scores.residuals,
            sample: rows,
            of: table,
            instructionSet: set
        )
        workspace.store(into: &network)
        return Result(
            fingerprint: network.fingerprint,
            norms: norms,
            loss: workspace.score(table).loss.bitPattern,
            scores: scores.gradients.map(\.bitPattern),
            candidate: pool.best(afterSteps: 20, learningRate: 0.1)
        )
    }
}
