package import Datasets
package import Randomness
package import SparseNetworks
package import Trials

extension SparseNetwork {
    /// Draws the network with which growth starts.
    ///
    /// It has a share `initial_density` of the possible connections between inputs,
    /// `initial_hidden_nodes` and outputs, but at least one from an input to each output; weights ~
    /// N(0, scale²/fan-in).
    package init(initialFor schedule: GrowthSchedule, rows: Samples, seed: Seed) {
        let (outputs, loss) = Self.outputs(for: rows.targets)
        let hidden = schedule.initialHiddenNodes
        self.init(
            layerSizes: [rows.featureCount, hidden, outputs],
            activation: HiddenActivation(schedule.activation),
            loss: loss
        )
        var wiring = seed.derived(for: .initialWiring).generator()
        let wanted = Int((schedule.initialDensity * Double(possibleConnectionCount)).rounded())
        add(
            self.outputs.map {
                Connection(source: wiring.integer(below: rows.featureCount), target: $0)
            }
        )
        let absent = absentConnections
        let extra = min(max(wanted - connectionCount, 0), absent.count)
        add(wiring.sample(extra, below: absent.count).map { absent[$0] })
        var weights = seed.derived(for: .initialWeights).generator()
        setWeights { schedule.firstWeight(fanIn: $0, &weights) }
    }

    private static func outputs(for targets: Targets) -> (Int, OutputLoss) {
        switch targets {
        case .classes(_, let names):
            names.count == 2 ? (1, .logistic) : (names.count, .softmax)
        case .values(_, let width): (width, .squared)
        }
    }

    /// All absent connections that the layers allow, by target, then by source.
    ///
    /// - Complexity: O(possible connections).
    package var absentConnections: [Connection] {
        var absent: [Connection] = []
        for (target, possible) in zip(inputCount..<nodeCount, possibleSourceCounts) {
            var present = row(of: target)[...]
            for source in 0..<possible {
                if let position = present.first, Int(sources[position]) == source {
                    present = present.dropFirst()
                } else {
                    absent.append(Connection(source: source, target: target))
                }
            }
        }
        return absent
    }
}

extension GrowthSchedule {
    /// Draws a weight ~ N(0, scale²/fan-in).
    package func firstWeight(fanIn: Int, _ generator: inout PhiloxGenerator) -> Float {
        Float(generator.normal() * initialWeightScale / Double(fanIn).squareRoot())
    }
}
