package import SparseNetworks
package import Trials

extension SparseNetwork {
    /// The positions of the least useful connections, least useful first; if equal, the later one
    /// first.
    package func leastUseful(
        _ count: Int, by criterion: ThinningCriterion, _ scores: GrowthScores
    ) -> [Int] {
        guard count > 0 else { return [] }
        let isLive = isLive
        let keys = sources.indices.map { position in
            guard isLive[position] else { return UInt64(UInt32.max - UInt32(position)) }
            let scale: Float =
                switch criterion {
                case .activation: scores.sourceScales[Int(sources[position])]
                case .magnitude, .none: 1
                }
            // The bits of non-negative floats have the same order as the floats.
            let usefulness = (abs(weight(of: position)) * scale).bitPattern + 1
            return UInt64(usefulness) << 32 | UInt64(UInt32.max - UInt32(position))
        }
        return keys.sorted().prefix(count).map { Int(UInt32.max - UInt32(truncatingIfNeeded: $0)) }
    }
}
