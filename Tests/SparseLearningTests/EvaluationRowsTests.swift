import Datasets
import SparseLearning
import SparseNetworks
import Testing
import Trials

/// Networks whose outputs are their biases, all 0, judged by hand.
@Suite struct EvaluationRowsTests {
    private func judged(
        _ targets: Targets, _ metric: ScoreMetric, _ loss: OutputLoss, outputs: Int
    ) -> (loss: Double, score: Double) {
        var network = SparseNetwork(layerSizes: [1, outputs], activation: .tanh, loss: loss)
        network.add([Connection(source: 0, target: 1)])
        let rows = Samples(
            features: Array(repeating: 0, count: targets.rowCount), targets: targets,
            featureCount: 1)
        let workspace = Workspace(for: network, instructionSet: .baseline, rows: 16)
        return EvaluationRows(rows, metric: metric).judge(workspace)
    }

    /// Mean 2, variance 5; the mean of squares is 9.
    @Test func `an error of numbers is measured in deviations of the targets`() {
        let found = judged(.values([-1, 1, 3, 5]), .nrmse, .squared, outputs: 1)
        #expect(found.score == Double(9).squareRoot() / Double(5).squareRoot())
        #expect(found.loss == 4.5)
    }

    /// The first numbers as above; the others 1 and 3 by turns, so mean 2, variance 1, and a mean
    /// of squares of 5.
    @Test func `of several numbers a row, squared errors and variances are averaged`() {
        let found = judged(
            .values([-1, 1, 1, 3, 3, 1, 5, 3], width: 2), .nrmse, .squared, outputs: 2)
        #expect(found.score == Double(7).squareRoot() / Double(3).squareRoot())
        #expect(found.loss == 7)
    }

    @Test func `accuracy is the share of the rows whose class is right`() {
        // Of equal outputs the first wins.
        let found = judged(
            .classes(labels: [0, 0, 1, 2], names: ["a", "b", "c"]), .accuracy, .softmax,
            outputs: 3)
        #expect(found.score == 0.5)
        #expect(abs(found.loss - 1.0986123) < 1e-6)
    }
}
