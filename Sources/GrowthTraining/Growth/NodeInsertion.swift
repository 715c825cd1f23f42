internal import Randomness
internal import SparseNetworks
internal import Trials

/// Makes new hidden nodes and connects them.
struct NodeInsertion {
    /// Number of candidates that compete for one place.
    private static let candidateCount = 16
    /// Number of steps of the ascent.
    private static let ascentSteps = 30
    private static let ascentRate = 0.1
    /// Most rows that candidates see; their correlations are accurate enough for a choice.
    private static let sampleRows = 512
    /// Size of the outgoing weights: small, so that the network changes little.
    private static let outgoingWeight: Float = 0.1

    private let wiring: NodeWiring
    private let placement: NodePlacement
    private let fanIn: Int
    private let fanOut: Int
    private let instructionSet: InstructionSet

    init(_ schedule: GrowthSchedule, instructionSet: InstructionSet) {
        wiring = schedule.nodeWiring
        placement = schedule.nodePlacement
        fanIn = schedule.nodeFanIn
        fanOut = schedule.nodeFanOut
        self.instructionSet = instructionSet
    }

    /// Number of connections of a new node.
    func cost(in network: SparseNetwork) -> Int {
        let readable =
            switch placement {
            case .layer: network.inputCount
            case .cascade: network.nodeCount - network.outputCount
            }
        return min(fanIn, readable) + min(fanOut, network.outputCount)
    }

    /// Adds hidden nodes.
    ///
    /// - Returns: the multiply–adds that this took.
    func insert(
        _ count: Int,
        into network: inout SparseNetwork,
        by scores: GrowthScores,
        sample: RowSelection,
        of table: RowTable,
        generator: inout PhiloxGenerator
    ) -> Int {
        var nodes: [CandidateNode] = []
        var work = 0
        let readable = ReadableNodes(scores, placement)
        for _ in 0..<count {
            switch wiring {
            case .random:
                var node = draw(readable, &generator)
                node.covariances = (0..<network.outputCount).map { _ in Float(generator.normal()) }
                nodes.append(node)
            case .residual: nodes.append(opposing(readable, scores, &generator))
            case .correlation:
                let candidates = (0..<Self.candidateCount).map { _ in draw(readable, &generator) }
                let rows = min(scores.rowCount, Self.sampleRows)
                let pool = CandidatePool(
                    candidates,
                    behind: network,
                    residuals: scores.residuals(ofFirst: rows),
                    sample: sample.prefix(rows),
                    of: table,
                    instructionSet: instructionSet
                )
                nodes.append(
                    pool.best(afterSteps: Self.ascentSteps, learningRate: Self.ascentRate)
                )
                work += pool.multiplyAdds
            }
        }
        connect(nodes, in: &network)
        return work
    }

    /// A node that separates two outputs on the rows where they are wrong.
    ///
    /// One output is drawn in proportion to its errors, the other at random (there is none if the
    /// network has one output). With b = Σ x·(r₁ − r₂), multiplied by a random factor from ½ to 1½,
    /// the node reads the sources with the largest |b|, with the weights −sign(b)/√fan-in.
    private func opposing(
        _ readable: ReadableNodes, _ scores: GrowthScores, _ generator: inout PhiloxGenerator
    ) -> CandidateNode {
        let (up, down) = outputs(by: scores, &generator)
        let sourceCount = scores.sourceScales.count
        let pull = readable.nodes.map { source in
            let toDown = down.map { scores.outputProducts[$0 * sourceCount + source] } ?? 0
            return (scores.outputProducts[up * sourceCount + source] - toDown)
                * Float(0.5 + generator.unit())
        }
        let ranked = pull.indices.sorted { (abs(pull[$1]), $0) < (abs(pull[$0]), $1) }
        let chosen = ranked.prefix(fanIn).sorted()
        let size = 1 / Float(max(chosen.count, 1)).squareRoot()
        var node = CandidateNode(
            sources: chosen.map { readable.nodes[$0] },
            weights: chosen.map { pull[$0] < 0 ? size : -size },
            bias: 0
        )
        let outputCount = scores.outputProducts.count / sourceCount
        node.covariances = (0..<outputCount).map { $0 == up ? -1 : $0 == down ? 1 : 0 }
        return node
    }

    private func outputs(
        by scores: GrowthScores, _ generator: inout PhiloxGenerator
    ) -> (up: Int, down: Int?) {
        let errors = stride(from: 0, to: scores.residuals.count, by: scores.rowCount).map {
            scores.residuals[$0..<($0 + scores.rowCount)].reduce(0.0) { $0 + abs(Double($1)) }
        }
        var place = generator.unit() * errors.reduce(0, +)
        let up =
            errors.firstIndex { error in
                place -= error
                return place < 0
            } ?? errors.count - 1
        guard errors.count > 1 else { return (up, nil) }
        let other = generator.integer(below: errors.count - 1)
        return (up, other < up ? other : other + 1)
    }

    /// Weights ~ N(0, 1/fan-in) in units of each source's output, bias ~ N(0, ¼).
    private func draw(_ readable: ReadableNodes, _ generator: inout PhiloxGenerator)
        -> CandidateNode
    {
        let sources = readable.draw(fanIn, &generator)
        let count = sources.count
        let weights = sources.map { source in
            Float(generator.normal() / Double(count).squareRoot()) / readable.scales[source]
        }
        return CandidateNode(
            sources: sources,
            weights: weights,
            bias: Float(0.5 * generator.normal())
        )
    }

    private func outgoingWeight(_ covariance: Float) -> Float {
        covariance == 0 ? 0 : covariance < 0 ? Self.outgoingWeight : -Self.outgoingWeight
    }

    /// Connects new nodes to the outputs with whose errors they vary most, with signs that reduce
    /// the error.
    private func connect(_ nodes: [CandidateNode], in network: inout SparseNetwork) {
        let added = network.insertHiddenNodes(
            nodes.count,
            intoLayer: network.layerForNewNodes(placement),
            biases: nodes.map(\.bias)
        )
        let firstOutput = network.outputs.lowerBound
        var connections: [Connection] = []
        for (number, node) in zip(added, nodes) {
            connections += zip(node.sources, node.weights).map {
                Connection(source: $0, target: number, weight: $1)
            }
            let ranked = node.covariances.indices.sorted {
                (abs(node.covariances[$1]), $0) < (abs(node.covariances[$0]), $1)
            }
            connections += ranked.prefix(fanOut).map { output in
                Connection(
                    source: number,
                    target: firstOutput + output,
                    weight: outgoingWeight(node.covariances[output])
                )
            }
        }
        network.add(connections)
    }
}

extension SparseNetwork {
    /// The layer for new nodes; in a cascade, a new layer if the last hidden layer has nodes.
    fileprivate mutating func layerForNewNodes(_ placement: NodePlacement) -> Int {
        switch placement {
        case .layer: return 1
        case .cascade:
            let last = layerSizes.count - 2
            guard layerSizes[last] > 0 else { return last }
            insertHiddenLayer(before: last + 1)
            return last + 1
        }
    }
}

extension GrowthScores {
    /// The residuals of the first rows, `[output × row]`.
    fileprivate func residuals(ofFirst rows: Int) -> [Float] {
        stride(from: 0, to: residuals.count, by: rowCount).flatMap {
            residuals[$0..<($0 + rows)]
        }
    }
}

extension RowSelection {
    fileprivate func prefix(_ count: Int) -> RowSelection {
        switch self {
        case .consecutive(let range): .consecutive(range.prefix(count))
        case .ordered(let order, let range): .ordered(order, range.prefix(count))
        }
    }
}
