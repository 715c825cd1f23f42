import Randomness
import SparseLearning
import SparseNetworks
import Testing
import Trials

/// Which connections a network loses, and which it gets; two inputs of the sizes 1 and 3.
@Suite struct ConnectionChoiceTests {
    private let rows = RowTable(
        features: [1, -1, 1, -1, 3, 3, -3, -3], featureCount: 2,
        targets: .values([1, -1, 1, -1]))

    private func scores(of network: SparseNetwork) -> GrowthScores {
        let workspace = Workspace(for: network, instructionSet: .baseline, rows: 16)
        return workspace.growthScores(
            .consecutive(0..<4), of: rows, inputScales: workspace.inputScales(of: rows))
    }

    /// Both inputs lead to the output, node 4; so does hidden node 2, but not hidden node 3.
    private var network: SparseNetwork {
        var network = SparseNetwork(layerSizes: [2, 2, 1], activation: .tanh, loss: .squared)
        network.add([
            Connection(source: 0, target: 2, weight: 0.7),
            Connection(source: 1, target: 3, weight: 9),
            Connection(source: 0, target: 4, weight: -0.6),
            Connection(source: 1, target: 4, weight: 0.3),
            Connection(source: 2, target: 4, weight: 0.8),
        ])
        return network
    }

    @Test func `connections on no path are dropped first, then the smallest weights`() {
        let scores = scores(of: network)
        #expect(network.leastUseful(5, by: .magnitude, scores) == [1, 3, 2, 0, 4])
        #expect(network.leastUseful(2, by: .magnitude, scores) == [1, 3])
        #expect(network.leastUseful(0, by: .magnitude, scores).isEmpty)
    }

    /// 0.3 from the input of size 3 counts as 0.9; 0.8 counts as less than half of it, because the
    /// hidden node gives ± tanh 0.7.
    @Test func `by activation, a weight counts as often as its source is large`() {
        let scores = scores(of: network)
        #expect(network.leastUseful(5, by: .activation, scores) == [1, 4, 2, 0, 3])
    }

    @Test func `of equal weights the later one is dropped first`() {
        var network = SparseNetwork(layerSizes: [2, 1], activation: .tanh, loss: .squared)
        network.add((0..<2).map { Connection(source: $0, target: 2, weight: 0.5) })
        #expect(network.leastUseful(1, by: .magnitude, scores(of: network)) == [1])
    }

    /// The target is a sum of eight inputs, each of which matters less than the one before.
    @Test func `a share of what grows is drawn, rounded to whole connections`() {
        var network = SparseNetwork(layerSizes: [8, 1], activation: .tanh, loss: .squared)
        network.add([Connection(source: 0, target: 8)])
        // Rows of a Walsh matrix are orthogonal, so that each input has its own share.
        let rows = 0..<8
        let features = (0..<8).flatMap { input in
            rows.map { ($0 & input).nonzeroBitCount % 2 == 0 ? Float(1) : -1 }
        }
        let values = rows.map { row in
            (1..<8).reduce(Float(0)) { $0 + features[$1 * 8 + row] / Float($1) }
        }
        let table = RowTable(features: features, featureCount: 8, targets: .values(values))
        let workspace = Workspace(for: network, instructionSet: .baseline, rows: 16)
        let scores = workspace.growthScores(
            .consecutive(rows), of: table, inputScales: workspace.inputScales(of: table))
        for (share, best) in [(0.0, 3), (0.5, 1), (0.4, 2), (1.0, 0)] {
            let growth = ConnectionGrowth(
                GrowthSchedule().setting(.explorationShare, to: .real(share)))
            let choices = (UInt64(1)...20).map { seed in
                var generator = Seed(rawValue: seed).generator()
                return growth.choose(3, for: network, by: scores, generator: &generator)
            }
            for place in 0..<3 {
                let found = Set(choices.map { $0[place].source })
                #expect(place < best ? found == [place + 1] : found.count > 1)
            }
            for chosen in choices {
                #expect(Set(chosen.map(\.source)).count == 3)
                #expect(chosen.allSatisfy { $0.target == 8 && $0.weight == 0 && $0.source > 0 })
            }
        }
    }

    @Test func `a first weight is smaller by the root of the fan-in`() {
        let schedule = GrowthSchedule().setting(.initialWeightScale, to: .real(0.75))
        var (own, shared) = (Seed(rawValue: 6).generator(), Seed(rawValue: 6).generator())
        var normal = Seed(rawValue: 6).generator()
        for _ in 0..<20 {
            let weight = schedule.firstWeight(fanIn: 1, &own)
            #expect(weight == Float(0.75 * normal.normal()))
            #expect(schedule.firstWeight(fanIn: 16, &shared) == weight / 4)
        }
    }
}
