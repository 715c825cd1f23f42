/// What is recorded of the curve of a training: few checks that keep its shape, all ends of stages
/// and, as far as there is room, all growths.
///
/// Curves of 2,000 checks are ten times as large as everything else that is recorded of a search.
/// No decision depends on the checks that are kept: that is what `TrainingCourse` is for. An
/// excerpt of an excerpt is the same excerpt.
///
/// A curve of at most `limit` checks keeps all of them. Of a longer one are kept
///
/// 1. the first and the last check, the highest and the lowest score, and the last check of each
///    stretch of one phase, which is where stages end;
/// 2. the last check before each growth;
/// 3. then, one at a time, the check whose score is farthest from the straight line between its
///    neighbours among those that are kept, until none is off the line.
///
/// Where the first or the second are too many, some are taken at equal distances. Source of the
/// third: Douglas and Peucker, "Algorithms for the reduction of the number of points required to
/// represent a digitized line or its caricature", Cartographica 10 (1973), begun with more points
/// than two and ended by their number.
package struct CurveExcerpt: Sendable {
    /// The most checks that are kept: with them 100,000 trials of digits take less than 1 GB.
    package static let limit = 128
    /// Digits of a score that are kept; all in front of the point in any case.
    private static let digits = 6

    /// The checks that are kept, in order, their scores rounded.
    package let points: [GrowthPoint]

    /// Takes an excerpt.
    ///
    /// - Complexity: O(checks · `limit`) at most, and mostly O(checks · log `limit`).
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

    /// The ends of the curve and of its stretches of one phase, and the extreme scores.
    private static func ends(in curve: [GrowthPoint]) -> [Int] {
        var ends: Set = [0, curve.count - 1]
        for place in curve.indices.dropLast() where curve[place].phase != curve[place + 1].phase {
            ends.insert(place)
        }
        let lowest = curve.indices.min { curve[$0].validation < curve[$1].validation }
        let highest = curve.indices.max { curve[$0].validation < curve[$1].validation }
        return ends.union([lowest, highest].compactMap(\.self)).sorted()
    }

    /// The last checks before the network became larger.
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

    /// Adds the places at which the scores are farthest from the lines between those known.
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

/// The places between two that are kept.
private struct Gap {
    let start: Int
    let end: Int
    /// The place whose score is farthest from the line, the first of equals.
    let farthest: Int
    /// How far it is.
    let distance: Double

    /// Nothing where every score is on the line.
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
    /// The nearest number of so many digits, or more where a whole number has more.
    ///
    /// A score below 10⁻⁹ keeps fewer.
    fileprivate func rounded(to digits: Int) -> Double {
        var (scale, least) = (1.0, 1.0)
        for _ in 1..<digits { least *= 10 }
        while magnitude * scale < least, scale < 1e15 { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
