import Randomness
public import Trials

/// Judges schedules by what they and their nearest neighbours cost.
///
/// One training says little about its schedule: on digits, without thinning, the connections of
/// equal schedules differ by a factor of 1.7 from seed to seed, so the best of many trials is
/// mostly the luckiest one. The mean of the logarithms over the nearest trials is a
/// k-nearest-neighbour regression (Fix and Hodges 1951) of ln connections on the schedule, which
/// averages that luck.
///
/// Measured on digits without thinning: of four searches, the six schedules ranked first by their
/// own trial alone cost 249 to 701 connections (geometric mean over fresh seeds), ranked by ten
/// neighbours 227 to 270.
public struct NeighbourhoodCost: Sendable {
    /// Most trials that are averaged, the schedule's own among them.
    private static let largestSize = 10
    /// Added to the largest ln connections for a trial that did not reach the target.
    private static let missPenalty = 0.7
    /// Added to the ln of its cap for a trial that is beyond it: what lies beyond twice the best
    /// cost is about this much larger.
    private static let capPenalty = 0.5
    /// Squared distance between two schedules with different words.
    private static let wordDistance = 0.5

    private let space: SearchSpace
    private let points: [[Double]]
    private let costs: [Double]
    /// A tenth of the trials, so that a small search does not average all that it has.
    private let size: Int

    /// Takes in everything that was tried.
    public init(space: SearchSpace, evaluations: [Evaluation]) {
        self.space = space
        points = evaluations.map { Self.point(of: $0.schedule, in: space) }
        size = min(Self.largestSize, max(1, evaluations.count / 10))
        let known = evaluations.map { Self.logConnections($0.fitness) }
        let miss = (known.compactMap(\.self).max() ?? 0) + Self.missPenalty
        costs = known.map { $0 ?? miss }
    }

    /// The mean ln connections of the trials nearest to a schedule.
    ///
    /// - Complexity: O(trials · (dimensions + log trials)).
    public func mean(around schedule: GrowthSchedule) -> Double {
        let center = Self.point(of: schedule, in: space)
        let distances = points.indices.map { (distance: distance(center, points[$0]), index: $0) }
        // Among equals the earlier trial goes first, so that the order is always the same.
        let nearest = distances.sorted { left, right in
            left.distance == right.distance
                ? left.index < right.index : left.distance < right.distance
        }.prefix(size)
        return nearest.map { costs[$0.index] }.reduce(0, +) / Double(max(1, nearest.count))
    }

    private static func point(of schedule: GrowthSchedule, in space: SearchSpace) -> [Double] {
        space.dimensions.map { $0.domain.unit(of: schedule[$0.parameter]) }
    }

    private func distance(_ left: [Double], _ right: [Double]) -> Double {
        space.dimensions.indices.reduce(0) { sum, index in
            let gap = left[index] - right[index]
            if case .category = space.dimensions[index].domain {
                return sum + (gap == 0 ? 0 : Self.wordDistance)
            }
            return sum + gap * gap
        }
    }

    /// ln connections, where something is known of them.
    private static func logConnections(_ fitness: Fitness) -> Double? {
        switch fitness {
        case .reached(let connections): Elementary.log(max(1, connections))
        case .censored(let cap): Elementary.log(max(1, cap)) + capPenalty
        case .missed, .failed: nil
        }
    }
}
