/// The recorded part of a training's curve: a few checks that keep its shape, all ends of stages
/// and, if there is room, all growths.
///
/// Curves of 2,000 checks are ten times as large as everything else that a search records.
/// Decisions do not depend on the recorded checks: they use `TrainingCourse`. An excerpt of an
/// excerpt is the same excerpt.
///
/// A curve of at most `limit` checks keeps all of them. A longer curve keeps
///
/// 1. the first and the last check, the highest and the lowest score, and the last check of each
///    stretch of one phase, which is where stages end;
/// 2. the last check before each growth;
/// 3. then, one at a time, the check whose score is farthest from the straight line between its
///    neighbours among those that are kept, until none is off the line.
///
/// If there are too many of the first or second kind, some are taken at equal distances. Source of
/// the third: Douglas and Peucker, "Algorithms for the reduction of the number of points required
/// to represent a digitized line or its caricature", Cartographica 10 (1973), but starting with
/// more than two points and ending at a number of points.
package struct CurveExcerpt: Sendable {
    /// The most recorded checks: with them 100,000 trials of digits take less than 1 GB.
    package static let limit = 128
    /// Number of digits of a recorded score; digits before the point are always kept.
    private static let digits = 6

    /// The recorded checks, in order, with rounded scores.
    package let points: [GrowthPoint]

    /// Computes the excerpt.
    ///
    /// - Complexity: O(checks · `limit`) at most, usually O(checks · log `limit`).
    package init(of curve: [GrowthPoint]) {
        let kept = curve.count <= Self.limit ? Array(curve.indices) : Self.places(in: curve)
        points = kept.map { curve[$0].rounded(to: Self.digits) }
    }

    private static func places(in curve: [GrowthPoint]) -> [Int] {
        let ends = evenly(ends(in: curve), atMost: limit)
        let growths = growths(in: curve).filter { !ends.contains($0) }
        let known = ends + evenly(growths, atMost: limit - ends.count)
        return shaped(known.sorted(), by: curve.map(\.validation))
    }

    /// The ends of the curve and of its parts with the same phase, and the extreme scores.
    private static func ends(in curve: [GrowthPoint]) -> [Int] {
        var ends: Set = [0, curve.count - 1]
        for place in curve.indices.dropLast() where curve[place].phase != curve[place + 1].phase {
            ends.insert(place)
        }
        let lowest = curve.indices.min { curve[$0].validation < curve[$1].validation }
        let highest = curve.indices.max { curve[$0].validation < curve[$1].validation }
        return ends.union([lowest, highest].compactMap(\.self)).sorted()
    }

    /// The last checks before each growth.
    private static func growths(in curve: [GrowthPoint]) -> [Int] {
        curve.indices.dropLast().filter { place in
            let (point, next) = (curve[place], curve[place + 1])
            return next.phase == .grow && next.connections != point.connections
        }
    }

    private static func evenly(_ places: [Int], atMost count: Int) -> [Int] {
        guard places.count > count else { return places }
        return (0..<count).map { places[$0 * (places.count - 1) / max(1, count - 1)] }
    }

    /// Adds the positions with the largest distances between scores and the lines through known
    /// ones.
    private static func shaped(_ known: [Int], by scores: [Double]) -> [Int] {
        var places = known
        var gaps = zip(known, known.dropFirst()).compactMap { Gap($0, $1, in: scores) }
        while places.count < limit,
            let index = gaps.indices.max(by: { gaps[$0].distance < gaps[$1].distance })
        {
            let gap = gaps[index]
            places.append(gap.farthest)
            let parts = [
                Gap(gap.start, gap.farthest, in: scores), Gap(gap.farthest, gap.end, in: scores),
            ]
            gaps.replaceSubrange(index...index, with: parts.compactMap(\.self))
        }
        return places.sorted()
    }
}

/// The positions between two recorded ones.
private struct Gap {
    let start: Int
    let end: Int
    /// The position whose score is farthest from the line; if equal, the first one.
    let farthest: Int
    /// The distance of that score from the line.
    let distance: Double

    /// `nil` if all scores are on the line.
    init?(_ start: Int, _ end: Int, in scores: [Double]) {
        let slope = (scores[end] - scores[start]) / Double(end - start)
        var (farthest, distance) = (start, 0.0)
        for place in start..<end {
            let line = scores[start] + slope * Double(place - start)
            let found = (scores[place] - line).magnitude
            if found > distance { (farthest, distance) = (place, found) }
        }
        guard farthest != start else { return nil }
        self.start = start
        self.end = end
        self.farthest = farthest
        self.distance = distance
    }
}

extension GrowthPoint {
    fileprivate func rounded(to digits: Int) -> GrowthPoint {
        GrowthPoint(
            check: check, epoch: epoch, connections: connections, hiddenNodes: hiddenNodes,
            validation: validation.rounded(to: digits), multiplyAdds: multiplyAdds, phase: phase)
    }
}

extension Double {
    /// The nearest number with this many digits, or more if a whole number has more.
    ///
    /// A score below 10⁻⁹ keeps fewer digits.
    fileprivate func rounded(to digits: Int) -> Double {
        var (scale, least) = (1.0, 1.0)
        for _ in 1..<digits { least *= 10 }
        while magnitude * scale < least, scale < 1e15 { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
