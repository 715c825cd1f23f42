package import Datasets
package import Randomness
package import SparseNetworks
package import Trials

extension SparseNetwork {
    /// Draws the network with which growth starts.
    ///
    /// It has a share `initial_density` of the possible connections between inputs,
    /// `initial_hidden_nodes` and outputs, but at least one path from an input to each output,
    /// straight or, without `direct_links`, over a hidden node; weights ~ N(0, scale²/fan-in).
    package init(initialFor schedule: GrowthSchedule, rows: Samples, seed: Seed) {
        let (outputs, loss) = Self.outputs(for: rows.targets)
        let hidden = schedule.initialHiddenNodes
        self.init(
            layerSizes: [rows.featureCount, hidden, outputs],
            activation: HiddenActivation(schedule.activation),
            loss: loss
        )
        var wiring = seed.derived(for: .initialWiring).generator()
        let direct = schedule.allowsDirectLinks
        let possible = possibleSources(direct: direct).reduce(0) { $0 + $1.count }
        let wanted = Int((schedule.initialDensity * Double(possible)).rounded())
        add(direct ? directPaths(&wiring) : hiddenPaths(&wiring))
        let absent = absentConnections(direct: direct)
        let extra = min(max(wanted - connectionCount, 0), absent.count)
        add(wiring.sample(extra, below: absent.count).map { absent[$0] })
        var weights = seed.derived(for: .initialWeights).generator()
        setWeights { schedule.firstWeight(fanIn: $0, &weights) }
    }

    /// A connection from an input to each output.
    private func directPaths(_ wiring: inout PhiloxGenerator) -> [Connection] {
        outputs.map { Connection(source: wiring.integer(below: inputCount), target: $0) }
    }

    /// A path over a hidden node to each output; outputs share nodes only if there are too few.
    private func hiddenPaths(_ wiring: inout PhiloxGenerator) -> [Connection] {
        let drawn = wiring.sample(min(outputCount, hiddenCount), below: hiddenCount)
        let nodes = drawn.map { inputCount + $0 }
        let inward = nodes.map {
            Connection(source: wiring.integer(below: inputCount), target: $0)
        }
        let outward = outputs.enumerated().map { index, output in
            Connection(source: nodes[index % nodes.count], target: output)
        }
        return inward + outward
    }

    private static func outputs(for targets: Targets) -> (Int, OutputLoss) {
        switch targets {
        case .classes(_, let names):
            names.count == 2 ? (1, .logistic) : (names.count, .softmax)
        case .values(_, let width): (width, .squared)
        }
    }
}

extension GrowthSchedule {
    /// Draws a weight ~ N(0, scale²/fan-in).
    package func firstWeight(fanIn: Int, _ generator: inout PhiloxGenerator) -> Float {
        Float(generator.normal() * initialWeightScale / Double(fanIn).squareRoot())
    }
}
