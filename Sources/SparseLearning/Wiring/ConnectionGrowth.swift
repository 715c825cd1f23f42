package import Randomness
package import SparseNetworks
package import Trials

/// Chooses the absent connections that a network gets.
package struct ConnectionGrowth {
    private let criterion: GrowthCriterion
    private let explorationShare: Double

    /// Uses the criterion of a schedule.
    package init(_ schedule: GrowthSchedule) {
        criterion = schedule.growthCriterion
        explorationShare = schedule.explorationShare
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
        case .random: return draw(count, from: network.absentConnections, &generator)
        case .gradient:
            let explored = Int((explorationShare * Double(count)).rounded())
            let best = network.absentConnections(withLargest: scores, count: count - explored)
            guard explored > 0 else { return best }
            let taken = Set(best)
            let rest = network.absentConnections.filter { !taken.contains($0) }
            return best + draw(explored, from: rest, &generator)
        }
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
        withLargest scores: GrowthScores, count: Int
    ) -> [Connection] {
        var ranking = ScoreRanking()
        for target in inputCount..<nodeCount {
            let start = scores.starts[target - inputCount]
            var present = row(of: target)[...]
            for source in 0..<(scores.starts[target - inputCount + 1] - start) {
                if let position = present.first, Int(sources[position]) == source {
                    present = present.dropFirst()
                } else {
                    ranking.add(scores.gradients[start + source], at: start + source)
                }
            }
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
