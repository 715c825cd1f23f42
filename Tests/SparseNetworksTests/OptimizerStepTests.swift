import Randomness
import RowStorage
import SparseNetworks
import Testing

/// Steps against numbers that were worked out by hand; halves and quarters are exact as floats.
@Suite struct OptimizerStepTests {
    /// One input of 1, one output of w + b, and a row whose target is −½: the gradient of both
    /// weight and bias is w + b + ½.
    private let table = RowTable(features: [1], featureCount: 1, targets: .values([-0.5]))

    private func start(weight: Float = 0.5, bias: Float = 0) -> SparseNetwork {
        var network = SparseNetwork(layerSizes: [1, 1], activation: .tanh, loss: .squared)
        network.add([Connection(source: 0, target: 1, weight: weight)])
        return network
    }

    /// Weight and bias after each of some steps.
    private func steps(
        _ count: Int, _ rule: OptimizerRule, rate: Double, _ set: InstructionSet = .baseline
    ) -> [(weight: Float, bias: Float)] {
        var network = start()
        let workspace = Workspace(for: network, instructionSet: set, rows: 1)
        return (0..<count).map { _ in
            workspace.computeGradients(.consecutive(0..<1), of: table)
            workspace.step(rule, learningRate: rate)
            workspace.store(into: &network)
            return (network.weights[0], network.biases[0])
        }
    }

    /// v ← μ·v + g; w ← w − η·(g + μ·v): Sutskever, Martens, Dahl, Hinton, "On the importance of
    /// initialization and momentum in deep learning", 2013, equations 3 and 4, for the weights at
    /// which the gradient is taken.
    ///
    /// With μ = ½ and η = ¼: g = 1, v = 1, so both fall by ¼ · 1½; then g = ¼, v = ¾, so both fall
    /// by ¼ · ⅝. A heavy ball would fall by ¼ and by less the second time.
    @Test(arguments: InstructionSet.available)
    func `Nesterov's momentum looks one step ahead`(set: InstructionSet) {
        let found = steps(2, OptimizerRule(.nesterov, momentum: 0.5), rate: 0.25, set)
        #expect(found[0] == (0.125, -0.375))
        #expect(found[1] == (-0.03125, -0.53125))
    }

    /// w ← w − η·(… + λ·w) beside the gradient, of the weight alone (Loshchilov and Hutter,
    /// "Decoupled weight decay regularization", 2019, algorithm 1, line 9): with λ = ½ the weight
    /// of ½ loses ¼ · ¼ more than without.
    @Test func `the decay of momentum is apart from the gradient, and spares the bias`() {
        let found = steps(
            2, OptimizerRule(.nesterov, momentum: 0.5, weightDecay: 0.5), rate: 0.25)
        #expect(found[0] == (0.0625, -0.375))
        // g = 0.0625 − 0.375 + 0.5 = 0.1875, v = 0.6875, and λ·w = 0.03125.
        #expect(found[1].weight == 0.0625 - 0.25 * (0.1875 + 0.34375 + 0.03125))
        #expect(found[1].bias == -0.375 - 0.25 * (0.1875 + 0.34375))
    }

    /// Kingma and Ba, "Adam", 2015, algorithm 1, in double precision; decay by Loshchilov and
    /// Hutter 2019, algorithm 2, line 12.
    @Test(arguments: [0, 0.5])
    func `Adam's steps are those of the paper`(decay: Double) {
        let (rate, momentum, secondDecay) = (0.125, 0.9, 0.999)
        let found = steps(
            5, OptimizerRule(.adam, momentum: momentum, weightDecay: decay), rate: rate)
        var (weight, bias, first, second) = (0.5, 0.0, 0.0, 0.0)
        var powers = (first: 1.0, second: 1.0)
        for step in found {
            let gradient = weight + bias + 0.5
            first = momentum * first + (1 - momentum) * gradient
            second = secondDecay * second + (1 - secondDecay) * gradient * gradient
            powers = (powers.first * momentum, powers.second * secondDecay)
            let direction =
                first / (1 - powers.first) / ((second / (1 - powers.second)).squareRoot() + 1e-8)
            weight -= rate * (direction + decay * weight)
            bias -= rate * direction
            #expect(abs(Double(step.weight) - weight) < 1e-5)
            #expect(abs(Double(step.bias) - bias) < 1e-5)
        }
    }

    /// lasso · sign(w) beside the gradient; the weight stays above 0 in both steps.
    @Test func `the lasso pulls by a constant`() {
        let plain = steps(1, OptimizerRule(.nesterov, momentum: 0.5), rate: 0.25)
        let pulled = steps(1, OptimizerRule(.nesterov, momentum: 0.5, lasso: 0.25), rate: 0.25)
        #expect(pulled[0] == (plain[0].weight - 0.0625, plain[0].bias))
    }

    /// One input of 1, one leaky node, one output, and a bias of the node that keeps its sum
    /// below 0.
    @Test(arguments: [OptimizerRule.Kind.adam, .nesterov])
    func `slopes take three tenths of a step`(kind: OptimizerRule.Kind) throws {
        var network = SparseNetwork(layerSizes: [1, 1, 1], activation: .leaky, loss: .squared)
        network.add([
            Connection(source: 0, target: 1, weight: -1),
            Connection(source: 1, target: 2, weight: 1),
        ])
        let workspace = Workspace(for: network, instructionSet: .baseline, rows: 1)
        workspace.computeGradients(.consecutive(0..<1), of: table)
        // The output is 0, the error ½, and the sum −1, so the slope's gradient is −½.
        #expect(workspace.lastGradients.slopes == [-0.5])
        workspace.step(OptimizerRule(kind, momentum: 0.5), learningRate: 0.25)
        workspace.store(into: &network)
        let slope = Double(try #require(network.slopes.first))
        // Adam's first step is the rate itself; Nesterov's is rate · 1½ · gradient.
        #expect(abs(slope - 0.3 * 0.25 * (kind == .adam ? 1 : 0.75)) < 1e-6)
    }
}
