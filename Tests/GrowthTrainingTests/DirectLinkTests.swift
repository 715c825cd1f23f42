import Datasets
import GrowthTraining
import SparseLearning
import SparseNetworks
import Testing
import Trials

/// Trainings without connections from inputs straight to outputs.
@Suite struct DirectLinkTests {
    private func train(_ word: String) throws -> TrainedNetwork {
        let schedule = GrowthSchedule().setting(.directLinks, to: .category(word))
            .setting(.initialHiddenNodes, to: .integer(3))
            .setting(.nodeInsertionRate, to: .real(0.4))
            .setting(.growthRewiringInterval, to: .integer(20))
            .setting(.growthDropFraction, to: .real(0.3))
            .setting(.patience, to: .integer(1)).setting(.rounds, to: .integer(3))
            .setting(.thinningSteps, to: .integer(60)).setting(.tuningSteps, to: .integer(300))
        let task = TrainingTask(schedule, target: 0.8)
        let dataset = PreparedDataset(shared: Puzzle.clouds(200, seed: 4))
        return try #require(GrowthTrainer(task: task, dataset: dataset).train())
    }

    private func directLinks(_ network: SparseNetwork) -> Int {
        network.connections.count {
            $0.source < network.inputCount && network.outputs.contains($0.target)
        }
    }

    @Test func `growth, rewiring and thinning in rounds add none`() throws {
        let trained = try train("no")
        #expect(trained.report.outcome == .reached)
        #expect(trained.report.curve.contains { $0.phase == .thin })
        #expect(trained.network.connectionCount > 0)
        #expect(directLinks(trained.network) == 0)
        #expect(trained.network.violations.isEmpty)
    }

    @Test func `with them the network of the same task has some`() throws {
        #expect(try directLinks(train("yes").network) > 0)
    }
}
