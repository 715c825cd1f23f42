internal import Randomness
internal import SparseNetworks
internal import Trials

/// The nodes that a new node may read: inputs and, in a cascade, hidden nodes.
struct ReadableNodes {
    /// The nodes that are not constant; all if none varies.
    let nodes: [Int]
    /// Root mean square of the output of each input and hidden node, but at least half of the
    /// average over the readable nodes, so that a node that is almost always 0 does not get a huge
    /// weight.
    let scales: [Float]

    private let inputCount: Int

    init(_ scores: GrowthScores, _ placement: NodePlacement) {
        inputCount = scores.inputCount
        let given =
            switch placement {
            case .layer: scores.sourceScales[..<scores.inputCount]
            case .cascade: scores.sourceScales[...]
            }
        let varying = given.indices.filter { given[$0] > 1e-6 }
        nodes = varying.isEmpty ? Array(given.indices) : varying
        let squares = nodes.reduce(Float(0)) { $0 + given[$1] * given[$1] }
        let least = (squares / Float(nodes.count)).squareRoot() / 2
        scales = given.map { least > 1e-6 ? max($0, least) : 1 }
    }

    /// Draws sources, in order; at most half of them are hidden nodes, unless there are few inputs.
    func draw(_ count: Int, _ generator: inout PhiloxGenerator) -> [Int] {
        let inputs = nodes.prefix { $0 < inputCount }
        let hidden = nodes[inputs.count...]
        let ofHidden = min(hidden.count, max(count / 2, count - inputs.count))
        let chosen =
            generator.sample(min(count - ofHidden, inputs.count), below: inputs.count)
            + generator.sample(ofHidden, below: hidden.count).map { inputs.count + $0 }
        return chosen.map { nodes[$0] }.sorted()
    }
}
