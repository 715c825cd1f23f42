internal import Randomness
internal import SparseNetworks
internal import Trials

/// Chooses which absent connections a network gets.
struct ConnectionGrowth {
    let criterion: GrowthCriterion

    /// Chooses some absent connections; their weight is 0, so the outputs stay what they are.
    ///
    /// Of equal scores, the smaller target and then the smaller source wins.
    ///
    /// - Complexity: O(possible connections · log).
    func choose(
        _ count: Int,
        for network: SparseNetwork,
        by scores: GrowthScores,
        generator: inout PhiloxGenerator
    ) -> [Connection] {
        let absent = network.absentConnections
        let count = min(count, absent.count)
        switch criterion {
        case .random:
            return generator.sample(count, below: absent.count).map { absent[$0] }
        case .gradient:
            // Bits of floats that are not negative order like the floats.
            let keys = absent.indices.map { index in
                let edge = absent[index]
                let row = scores.starts[edge.target - network.inputCount]
                let score = scores.gradients[row + edge.source]
                return UInt64(score.bitPattern) << 32 | UInt64(UInt32.max - UInt32(index))
            }
            return keys.sorted(by: >).prefix(count).map {
                absent[Int(UInt32.max - UInt32(truncatingIfNeeded: $0))]
            }
        }
    }
}
