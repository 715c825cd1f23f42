import SparseNetworks
import Testing

@Suite struct HardRowsTests {
    private let network = randomNetwork(
        layers: [12, 6, 3], density: 0.4, activation: .leaky, seed: 5)
    private let table = randomRows(200, features: 12, loss: .softmax, classes: 3, seed: 6)
    private let sample = RowSelection.ordered((20..<170).map(Int32.init), 0..<150)

    private func workspace(_ set: InstructionSet = .best) -> Workspace {
        Workspace(for: network, instructionSet: set, rows: 64)
    }

    /// The rows of the sample with the largest errors first, by the errors that scoring gives.
    private func ranked(_ workspace: Workspace, _ scales: [Float]) -> [Int32] {
        let residuals = workspace.growthScores(sample, of: table, inputScales: scales).residuals
        let errors = (0..<150).map { row in
            (0..<3).reduce(Float(0)) { $0 + abs(residuals[$1 * 150 + row]) }
        }
        return errors.indices.sorted { errors[$0] > errors[$1] }.map { sample.rows[$0] }
    }

    @Test func `rows with the largest errors are scored, with the scales of the sample`() {
        let workspace = workspace()
        let scales = workspace.inputScales(of: table)
        let hardest = ranked(workspace, scales).prefix(40).sorted()
        let scores = workspace.growthScores(
            onHardest: 40, of: sample, of: table, inputScales: scales)
        let whole = workspace.growthScores(sample, of: table, inputScales: scales)
        #expect(scores.sourceScales == whole.sourceScales)
        #expect(scores.rowCount == 40)
        let alone = workspace.growthScores(
            .ordered(hardest, 0..<40), of: table, inputScales: scales,
            hiddenScales: Array(whole.sourceScales[12...]))
        #expect(scores.gradients == alone.gradients)
        #expect(scores.gradients != whole.gradients)
    }

    @Test func `if there are no more rows, all are scored`() {
        let workspace = workspace()
        let scales = workspace.inputScales(of: table)
        let whole = workspace.growthScores(sample, of: table, inputScales: scales)
        let scores = workspace.growthScores(
            onHardest: 150, of: sample, of: table, inputScales: scales)
        #expect(scores.gradients == whole.gradients)
        #expect(scores.sourceScales == whole.sourceScales)
    }

    @Test func `every instruction set chooses and scores the same`() {
        let found = InstructionSet.available.map { set in
            let workspace = workspace(set)
            return workspace.growthScores(
                onHardest: 33, of: sample, of: table,
                inputScales: workspace.inputScales(of: table))
        }
        #expect(found.allSatisfy { $0.gradients == found[0].gradients })
        #expect(found.allSatisfy { $0.sourceScales == found[0].sourceScales })
    }

    @Test func `the work of scoring is counted separately, and is less for few rows`() {
        let workspace = workspace()
        let scales = workspace.inputScales(of: table)
        let before = workspace.multiplyAdds
        _ = workspace.growthScores(onHardest: 20, of: sample, of: table, inputScales: scales)
        let few = workspace.scoringMultiplyAdds
        #expect(few == workspace.multiplyAdds - before)
        _ = workspace.growthScores(sample, of: table, inputScales: scales)
        #expect(workspace.scoringMultiplyAdds - few > few)
    }
}
