internal import Randomness
internal import SparseNetworks
internal import Trials

/// What a new node may read: inputs and, where it stands behind them, hidden nodes.
struct ReadableNodes {
    /// Those that are not constant, or all where none varies.
    let nodes: [Int]
    /// What each input and hidden node gives out, as root mean square, but half of what those that
    /// may be read give out on average at least: one that is rarely anything would get a weight
    /// that is far too large.
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

    /// Draws sources, in order; of hidden nodes no more than half of them, unless inputs are few.
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
