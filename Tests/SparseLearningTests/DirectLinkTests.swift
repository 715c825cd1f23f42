import Datasets
import Randomness
import SparseLearning
import SparseNetworks
import Testing
import Trials

/// Networks whose inputs lead to their outputs over hidden nodes only.
@Suite struct DirectLinkTests {
    private static let rows = Samples(
        features: (0..<18).map { Float($0 % 5) - 2 },
        targets: .classes(labels: [0, 1, 2], names: ["a", "b", "c"]), featureCount: 6)

    private func schedule(
        _ word: String = "no", nodes: Int = 4, density: Double = 0.01
    ) -> GrowthSchedule {
        GrowthSchedule().setting(.directLinks, to: .category(word))
            .setting(.initialHiddenNodes, to: .integer(nodes))
            .setting(.initialDensity, to: .real(density))
    }

    private func start(_ schedule: GrowthSchedule, seed: UInt64) -> SparseNetwork {
        SparseNetwork(initialFor: schedule, rows: Self.rows, seed: Seed(rawValue: seed))
    }

    private func hasDirectLink(_ network: SparseNetwork) -> Bool {
        network.connections.contains {
            $0.source < network.inputCount && network.outputs.contains($0.target)
        }
    }

    @Test(arguments: [1, 2, 3, 20], UInt64(1)...5)
    func `each output starts with a path over a hidden node`(nodes: Int, seed: UInt64) {
        let network = start(schedule(nodes: nodes), seed: seed)
        #expect(!hasDirectLink(network))
        #expect(network.outputs.allSatisfy { !network.row(of: $0).isEmpty })
        #expect(network.isLive.allSatisfy { $0 })
        #expect(network.connectionCount == 3 + min(3, nodes))
    }

    @Test func `a full start has each connection over hidden nodes, and no other`() {
        let network = start(schedule(density: 1), seed: 1)
        #expect(!hasDirectLink(network))
        #expect(network.connectionCount == 6 * 4 + 4 * 3)
        #expect(network.absentConnections(direct: false).isEmpty)
        #expect(network.absentConnections().count == 6 * 3)
    }

    @Test func `without hidden nodes the word means nothing`() {
        let network = start(schedule(nodes: 0), seed: 2)
        #expect(hasDirectLink(network))
        #expect(network.connections == start(schedule("yes", nodes: 0), seed: 2).connections)
    }

    @Test(arguments: ["gradient", "random"], [0, 0.5])
    func `what is added leads over hidden nodes until all of that is there`(
        criterion: String, exploration: Double
    ) {
        let schedule = schedule().setting(.growthCriterion, to: .category(criterion))
            .setting(.explorationShare, to: .real(exploration))
        let growth = ConnectionGrowth(schedule)
        var network = start(schedule, seed: 3)
        let absent = growth.absentCount(in: network)
        #expect(absent == 36 - network.connectionCount)
        var generator = Seed(rawValue: 4).generator()
        let added = growth.choose(
            absent + 9, for: network, by: scores(of: network), generator: &generator)
        #expect(added.count == absent)
        network.add(added)
        #expect(!hasDirectLink(network))
        #expect(growth.absentCount(in: network) == 0)
    }

    private func scores(of network: SparseNetwork) -> GrowthScores {
        let table = RowTable(Self.rows)
        let workspace = Workspace(for: network, instructionSet: .baseline, rows: 16)
        return workspace.growthScores(
            .consecutive(0..<3), of: table, inputScales: workspace.inputScales(of: table))
    }
}
