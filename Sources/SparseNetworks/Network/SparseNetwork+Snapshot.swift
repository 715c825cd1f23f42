extension SparseNetwork {
    /// Reads a document; the optimiser's moments start at 0.
    public init(_ snapshot: NetworkSnapshot) throws(SnapshotError) {
        let layers = snapshot.layers
        guard layers.count >= 2, layers.allSatisfy({ $0 >= 0 }), let inputs = layers.first,
            let outputs = layers.last, inputs > 0, outputs > 0,
            layers.reduce(0, +) == snapshot.nodes,
            snapshot.biases.count == snapshot.nodes - inputs
        else {
            throw .wrongShape(
                layers: layers,
                nodes: snapshot.nodes,
                biases: snapshot.biases.count
            )
        }
        self.init(layerSizes: layers, activation: snapshot.activation, loss: snapshot.output)
        guard slopes.count == snapshot.slopes?.count ?? 0 else {
            throw .wrongSlopes(expected: slopes.count, found: snapshot.slopes?.count ?? 0)
        }
        let possible = possibleSourceCounts
        var last = (target: -1, source: -1)
        for link in snapshot.connections {
            guard (inputs..<nodeCount).contains(link.target),
                (0..<possible[link.target - inputs]).contains(link.source),
                (link.target, link.source) > last
            else { throw .wrongConnection(source: link.source, target: link.target) }
            last = (link.target, link.source)
        }
        add(
            snapshot.connections.map {
                Connection(source: $0.source, target: $0.target, weight: $0.weight)
            }
        )
        biases = snapshot.biases
        origins.biases = biases
        slopes = snapshot.slopes ?? []
    }
}
