extension SparseNetwork {
    /// Adds connections; their moments are 0.
    ///
    /// - Precondition: each connection is absent and starts in an earlier layer than it ends.
    /// - Complexity: O(connections · log connections).
    public mutating func add(_ connections: [Connection]) {
        let counts = possibleSourceCounts
        for connection in connections {
            let row = connection.target - inputCount
            precondition(
                counts.indices.contains(row) && (0..<counts[row]).contains(connection.source),
                "no layer order allows \(connection) in layers of \(layerSizes)"
            )
        }
        let added = connections.map {
            StoredConnection(
                source: $0.source, target: $0.target, weight: $0.weight, origin: $0.weight)
        }
        rebuild(from: Self.merged(storedConnections, added.sorted(by: <)))
    }

    /// Replaces all weights, in the order of `connections`, given the fan-in of the target; they
    /// also become the origins.
    public mutating func setWeights(_ weight: (_ fanIn: Int) -> Float) {
        for node in inputCount..<nodeCount {
            let row = row(of: node)
            for position in row { weights[weightIndex[position]] = weight(row.count) }
        }
        origins.weights = weights
    }

    /// Removes the connections at the given positions of `sources`.
    ///
    /// - Precondition: the positions exist.
    public mutating func removeConnections(at positions: [Int]) {
        var stays = Array(repeating: true, count: connectionCount)
        for position in positions { stays[position] = false }
        rebuild(from: zip(storedConnections, stays).filter(\.1).map(\.0))
    }

    /// Adds unconnected hidden nodes at the end of a hidden layer; later nodes get new numbers.
    ///
    /// Slopes of leaky nodes start at 0.
    ///
    /// - Precondition: `layer` is neither the input layer nor the output layer.
    /// - Returns: the numbers of the new nodes.
    @discardableResult
    public mutating func insertHiddenNodes(
        _ count: Int,
        intoLayer layer: Int,
        biases newBiases: [Float] = []
    ) -> Range<Int> {
        precondition(
            (1..<layerSizes.count - 1).contains(layer) && count >= 0
                && (newBiases.isEmpty || newBiases.count == count),
            "cannot put \(count) nodes into layer \(layer) of \(layerSizes)"
        )
        let first = nodes(ofLayer: layer).upperBound
        let stored = storedConnections.map { old in
            var moved = old
            if old.source >= first { moved.source += count }
            if old.target >= first { moved.target += count }
            return moved
        }
        let zeros = Array(repeating: Float(0), count: count)
        let row = first - inputCount
        biases.insert(contentsOf: newBiases.isEmpty ? zeros : newBiases, at: row)
        origins.biases.insert(contentsOf: newBiases.isEmpty ? zeros : newBiases, at: row)
        moments.biasFirst.insert(contentsOf: zeros, at: row)
        moments.biasSecond.insert(contentsOf: zeros, at: row)
        if activation == .leaky {
            slopes.insert(contentsOf: zeros, at: row)
            moments.slopeFirst.insert(contentsOf: zeros, at: row)
            moments.slopeSecond.insert(contentsOf: zeros, at: row)
        }
        layerSizes[layer] += count
        rebuild(from: stored)
        return first..<(first + count)
    }

    /// Adds an empty hidden layer before a layer.
    ///
    /// - Precondition: `layer` is not the input layer.
    public mutating func insertHiddenLayer(before layer: Int) {
        precondition(
            (1..<layerSizes.count).contains(layer),
            "no hidden layer fits before \(layer)"
        )
        layerSizes.insert(0, at: layer)
    }

    /// Removes hidden nodes and all their connections; later nodes get new numbers.
    ///
    /// - Precondition: `nodes` are hidden nodes, in ascending order.
    mutating func removeHiddenNodes(_ nodes: [Int]) {
        var renumbered = Array(0..<nodeCount)
        var isRemoved = Array(repeating: false, count: nodeCount)
        for node in nodes { isRemoved[node] = true }
        var next = 0
        for node in 0..<nodeCount {
            renumbered[node] = next
            next += isRemoved[node] ? 0 : 1
        }
        let stored = storedConnections.filter { !isRemoved[$0.source] && !isRemoved[$0.target] }
            .map { old in
                var moved = old
                moved.source = renumbered[old.source]
                moved.target = renumbered[old.target]
                return moved
            }
        for layer in layerSizes.indices.reversed() {
            layerSizes[layer] -= self.nodes(ofLayer: layer).count { isRemoved[$0] }
        }
        for node in nodes.reversed() {
            biases.remove(at: node - inputCount)
            origins.biases.remove(at: node - inputCount)
            moments.biasFirst.remove(at: node - inputCount)
            moments.biasSecond.remove(at: node - inputCount)
            guard activation == .leaky else { continue }
            slopes.remove(at: node - inputCount)
            moments.slopeFirst.remove(at: node - inputCount)
            moments.slopeSecond.remove(at: node - inputCount)
        }
        rebuild(from: stored)
    }

    var storedConnections: [StoredConnection] {
        (inputCount..<nodeCount).flatMap { target in
            row(of: target).map { position in
                let place = weightIndex[position]
                return StoredConnection(
                    source: Int(sources[position]),
                    target: target,
                    weight: weights[place],
                    origin: origins.weights[place],
                    first: moments.weightFirst[place],
                    second: moments.weightSecond[place]
                )
            }
        }
    }

    /// Merges two sorted lists of connections.
    private static func merged(
        _ left: [StoredConnection], _ right: [StoredConnection]
    ) -> [StoredConnection] {
        var merged: [StoredConnection] = []
        merged.reserveCapacity(left.count + right.count)
        var rest = right[...]
        for connection in left {
            while let next = rest.first, next < connection { merged.append(rest.removeFirst()) }
            merged.append(connection)
        }
        return merged + rest
    }

    /// - Precondition: connections ascend, and no two of them join the same nodes.
    mutating func rebuild(from stored: [StoredConnection]) {
        for (left, right) in zip(stored, stored.dropFirst()) {
            precondition(
                left < right,
                "\(right.source) → \(right.target) is there already, or out of order"
            )
        }
        sources = stored.map { Int32($0.source) }
        weights = stored.map(\.weight)
        origins.weights = stored.map(\.origin)
        moments.weightFirst = stored.map(\.first)
        moments.weightSecond = stored.map(\.second)
        rowStarts = Array(repeating: 0, count: biases.count + 1)
        for connection in stored { rowStarts[connection.target - inputCount + 1] += 1 }
        for row in biases.indices { rowStarts[row + 1] += rowStarts[row] }
    }
}
