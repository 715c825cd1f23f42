import Randomness
import Trials

/// Tells which of some children is the most promising: where good schedules are dense and others
/// are not.
///
/// The score is ln l − ln g, l being the density of the best schedules, g that of the others and of
/// those under way, so that what is being tried already is not tried again at once.
///
/// Source: Bergstra et al. 2011, equation 2, with the split of search by rank.
struct Screening: Sendable {
    /// Share of the schedules that count as good, and the least and most of them.
    private static let goodShare = 0.15
    private static let goodCount = 4...40
    /// Most schedules that stand for the others, and the share of them that is the newest.
    private static let otherCount = 240
    private static let newestShare = 0.6

    private let good: ParzenEstimator
    private let others: ParzenEstimator

    /// Learns from the standings.
    ///
    /// - Complexity: O(schedules).
    init(_ standings: Standings, in space: SearchSpace, using generator: inout PhiloxGenerator) {
        let count = Int((Self.goodShare * Double(standings.ranking.count)).rounded(.up))
        let split = min(max(count, Self.goodCount.lowerBound), Self.goodCount.upperBound)
        good = ParzenEstimator(
            standings.ranking.prefix(split).map { standings.all[$0].point }, in: space)
        let rest = Self.thinned(Array(standings.ranking.dropFirst(split)), using: &generator)
        let underWay = standings.all.suffix(Self.otherCount).filter { $0.running > 0 }
        others = ParzenEstimator(
            rest.map { standings.all[$0].point } + underWay.map(\.point), in: space)
    }

    /// The score of a point; the larger is the better one.
    func score(of point: [Double]) -> Double {
        Elementary.log(good.weight(at: point) / good.kernelCount)
            - Elementary.log(others.weight(at: point) / others.kernelCount)
    }

    /// At most as many places as stand for the others: the newest, and some of the older ones.
    private static func thinned(
        _ places: [Int], using generator: inout PhiloxGenerator
    ) -> [Int] {
        guard places.count > otherCount else { return places }
        let newest = Int(newestShare * Double(otherCount))
        let byAge = places.sorted()
        let older = byAge.dropLast(newest)
        let drawn = generator.sample(otherCount - newest, below: older.count)
        return Array(byAge.suffix(newest)) + drawn.map { older[$0] }
    }
}
