package import SparseNetworks

/// The connections that a network does not have, but could get.
extension SparseNetwork {
    /// For each node that is not an input, its possible sources: the nodes of earlier layers, but
    /// for an output no inputs unless connections may be direct.
    package func possibleSources(direct: Bool) -> [Range<Int>] {
        zip(inputCount..<nodeCount, possibleSourceCounts).map { target, count in
            (direct || target < outputs.lowerBound ? 0 : inputCount)..<count
        }
    }

    /// All absent connections, by target, then by source.
    ///
    /// - Parameter direct: whether they may lead from an input straight to an output.
    /// - Complexity: O(possible connections).
    package func absentConnections(direct: Bool = true) -> [Connection] {
        var absent: [Connection] = []
        forEachAbsent(direct: direct) { absent.append(Connection(source: $0, target: $1)) }
        return absent
    }

    /// Calls a function with source and target of each absent connection, in the same order.
    func forEachAbsent(direct: Bool, _ visit: (_ source: Int, _ target: Int) -> Void) {
        for (target, possible) in zip(inputCount..<nodeCount, possibleSources(direct: direct)) {
            var present = row(of: target).drop { Int(sources[$0]) < possible.lowerBound }
            for source in possible {
                if let position = present.first, Int(sources[position]) == source {
                    present = present.dropFirst()
                } else {
                    visit(source, target)
                }
            }
        }
    }
}
