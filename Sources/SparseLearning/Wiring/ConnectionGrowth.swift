package import Randomness
package import SparseNetworks
package import Trials

/// Chooses the absent connections that a network gets.
package struct ConnectionGrowth {
    private let criterion: GrowthCriterion
    private let explorationShare: Double
    private let direct: Bool

    /// Uses the criterion of a schedule.
    package init(_ schedule: GrowthSchedule) {
        criterion = schedule.growthCriterion
        explorationShare = schedule.explorationShare
        direct = schedule.allowsDirectLinks
    }

    /// Number of absent connections that a network could get.
    package func absentCount(in network: SparseNetwork) -> Int {
        network.possibleSources(direct: direct).reduce(0) { $0 + $1.count }
            - network.connectionCount
    }

    /// Chooses absent connections; their weight is 0, so the outputs do not change.
    ///
    /// If scores are equal, the smaller target and then the smaller source comes first.
    ///
    /// - Complexity: O(possible connections).
    package func choose(
        _ count: Int,
        for network: SparseNetwork,
        by scores: GrowthScores,
        generator: inout PhiloxGenerator
    ) -> [Connection] {
        switch criterion {
        case .random: return draw(count, from: absent(in: network), &generator)
        case .gradient:
            let explored = Int((explorationShare * Double(count)).rounded())
            let best = network.absentConnections(
                withLargest: scores, count: count - explored, direct: direct)
            guard explored > 0 else { return best }
            let taken = Set(best)
            let rest = absent(in: network).filter { !taken.contains($0) }
            return best + draw(explored, from: rest, &generator)
        }
    }

    private func absent(in network: SparseNetwork) -> [Connection] {
        network.absentConnections(direct: direct)
    }

    private func draw(
        _ count: Int, from absent: [Connection], _ generator: inout PhiloxGenerator
    ) -> [Connection] {
        generator.sample(min(count, absent.count), below: absent.count).map { absent[$0] }
    }
}

extension SparseNetwork {
    /// The absent connections with the largest scores, largest first.
    fileprivate func absentConnections(
        withLargest scores: GrowthScores, count: Int, direct: Bool
    ) -> [Connection] {
        var ranking = ScoreRanking()
        forEachAbsent(direct: direct) { source, target in
            let place = scores.starts[target - inputCount] + source
            ranking.add(scores.gradients[place], at: place)
        }
        return ranking.largest(count).map { place in
            // The last row that starts at or before the position.
            let row = scores.starts.partitioningIndex { $0 > place } - 1
            return Connection(source: place - scores.starts[row], target: inputCount + row)
        }
    }
}

extension Array where Element == Int {
    /// The first position at which a condition holds; it must hold at all later positions.
    fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
