import SparseNetworks
import Testing

@Suite struct WeightAverageTests {
    private let table = randomRows(70, features: 7, loss: .softmax, classes: 3, seed: 5)
    private let network = randomNetwork(
        layers: [7, 5, 3], density: 0.6, activation: .leaky, seed: 2)

    private func parameters(_ workspace: Workspace) -> [Float] {
        var learnt = network
        workspace.store(into: &learnt)
        return learnt.weights + learnt.biases + learnt.slopes
    }

    /// Takes steps; returns the parameters after each step and the means.
    private func run(
        share: Double, steps: Int, on set: InstructionSet = .best
    ) -> (trace: [[Float]], means: [Float]) {
        let workspace = Workspace(for: network, instructionSet: set)
        let average = WeightAverage(of: workspace, share: share)
        var trace: [[Float]] = []
        for _ in 0..<steps {
            workspace.computeGradients(.consecutive(0..<70), of: table)
            workspace.step(OptimizerRule(.adam, momentum: 0.9), learningRate: 0.05)
            average.note()
            trace.append(parameters(workspace))
        }
        return (trace, average.withMeans { parameters(workspace) })
    }

    @Test func `a share of 1 gives the equal mean of weights, biases and slopes`() {
        let (trace, means) = run(share: 1, steps: 40)
        for (position, mean) in means.enumerated() {
            let sum = trace.reduce(0.0) { $0 + Double($1[position]) }
            #expect(abs(Double(mean) - sum / 40) <= 1e-7 * (1 + abs(sum / 40)))
        }
        #expect(means.count == network.weights.count + 8 + 5)
    }

    /// The weights of the steps come from the recursion; the mean age comes from summing them.
    @Test(arguments: [0.1, 0.25, 0.5, 0.9])
    func `a smaller share averages proportionally younger steps`(share: Double) {
        let steps = 400
        let emphasis = 2 / share - 2
        var age = 0.0
        var weight = 1.0
        for step in stride(from: steps, through: 1, by: -1) {
            let rate = (emphasis + 1) / (Double(step) + emphasis)
            age += weight * rate * Double(steps - step)
            weight *= 1 - rate
        }
        #expect(abs(age - share * Double(steps) / 2) < 1)
        let (trace, means) = run(share: share, steps: steps)
        var expected = trace[0].map(Double.init)
        for (step, parameters) in trace.enumerated() {
            let rate = (emphasis + 1) / (Double(step + 1) + emphasis)
            for position in expected.indices {
                expected[position] += (Double(parameters[position]) - expected[position]) * rate
            }
        }
        #expect(means == expected.map(Float.init))
    }

    @Test(arguments: InstructionSet.available)
    func `every instruction set gives the same means`(set: InstructionSet) {
        #expect(run(share: 0.3, steps: 30, on: set).means == run(share: 0.3, steps: 30).means)
    }

    @Test func `the trained weights are restored after the means were used`() {
        let workspace = Workspace(for: network, instructionSet: .best)
        let average = WeightAverage(of: workspace, share: 0.5)
        for _ in 0..<5 {
            workspace.computeGradients(.consecutive(0..<70), of: table)
            workspace.step(OptimizerRule(.nesterov, momentum: 0.9), learningRate: 0.1)
            average.note()
        }
        let learning = parameters(workspace)
        let seen = average.withMeans { (workspace.score(table).loss, parameters(workspace)) }
        #expect(seen.1 != learning)
        #expect(parameters(workspace) == learning)
        average.settle()
        #expect(parameters(workspace) == seen.1)
        #expect(workspace.score(table).loss == seen.0)
    }

    @Test func `no steps have no mean`() {
        let workspace = Workspace(for: network, instructionSet: .best)
        let average = WeightAverage(of: workspace, share: 0.5)
        #expect(average.withMeans { parameters(workspace) } == parameters(workspace))
        average.settle()
        #expect(parameters(workspace) == network.weights + network.biases + network.slopes)
    }
}
