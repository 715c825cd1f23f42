import Randomness
import Trials

/// Makes new points of the unit cube from the points of good schedules, with differential
/// evolution, current-to-pbest/1 with binomial crossover.
///
/// A child is its parent, moved towards one of the best and along the difference of two others: v =
/// x_i + F (x_p − x_i) + F (x_r1 − x_r2). The steps have the size and direction of the differences
/// between good schedules, so they become smaller as the search converges.
///
/// Source: Zhang and Sanderson, "JADE: adaptive differential evolution with optional external
/// archive", IEEE Transactions on Evolutionary Computation 13 (2009), equations 4 and 6.
struct DifferentialEvolution: Sendable {
    /// Number of schedules that may be parents: the best.
    static let populationSize = 60
    /// Share of the population towards which children are moved.
    private static let bestShare = 0.11

    /// A new point and its origin.
    struct Child {
        var point: [Double]
        let factors: SuccessHistory.Factors
        /// The parent's mean ln cost when the child was made.
        let parentMean: Double
    }

    private let standings: Standings
    private let dimensions: [SearchSpace.Dimension]

    /// Prepares to breed from the best schedules of some standings.
    ///
    /// - Precondition: at least one schedule has a finished training.
    init(_ standings: Standings, in space: SearchSpace) {
        self.standings = standings
        dimensions = space.dimensions
        precondition(!standings.ranking.isEmpty, "no schedule has a finished training")
    }

    /// Makes one child.
    func child(
        with factors: SuccessHistory.Factors, using generator: inout PhiloxGenerator
    ) -> Child {
        let members = min(2 * Self.populationSize, standings.ranking.count)
        let parents = min(Self.populationSize, members)
        let leaders = min(max(2, Int(Self.bestShare * Double(parents))), members)
        let parent = generator.integer(below: parents)
        let lineage = Lineage(
            parent: point(of: parent), leader: point(of: generator.integer(below: leaders)),
            first: point(of: generator.integer(below: parents)),
            second: point(of: generator.integer(below: members)))
        let forced = generator.integer(below: max(1, dimensions.count))
        var point = lineage.parent
        for index in dimensions.indices
        where generator.chance(factors.crossover) || index == forced {
            point[index] = gene(index, lineage, factors.scale, &generator)
        }
        return Child(point: point, factors: factors, parentMean: member(parent).mean)
    }

    /// The member of the population with a rank, from 0.
    private func member(_ rank: Int) -> Standing { standings.ranked[standings.ranking[rank]] }

    private func point(of rank: Int) -> [Double] {
        guard let point = member(rank).point else {
            preconditionFailure("the schedule of rank \(rank) has no point")
        }
        return point
    }

    private struct Lineage {
        let parent: [Double]
        let leader: [Double]
        let first: [Double]
        let second: [Double]
    }

    private func gene(
        _ index: Int, _ lineage: Lineage, _ scale: Double, _ generator: inout PhiloxGenerator
    ) -> Double {
        let domain = dimensions[index].domain
        let start = lineage.parent[index]
        if case .category = domain {
            // Words cannot be subtracted: a word is copied, or sometimes drawn at random.
            switch generator.unit() {
            case ..<0.45: return lineage.leader[index]
            case ..<0.9: return lineage.first[index]
            default: return generator.unit()
            }
        }
        var end =
            start + scale * (lineage.leader[index] - start)
            + scale * (lineage.first[index] - lineage.second[index])
        // A difference of whole numbers is often 0, so up to half a step in either direction is
        // added.
        end += domain.cellWidth * generator.uniform(in: -0.5...0.5)
        if end < 0 { return start * generator.unit() }
        if end > 1 { return 1 - (1 - start) * generator.unit() }
        return end
    }
}
