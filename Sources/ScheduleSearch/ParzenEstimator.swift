import Randomness
import Trials

/// A density over the unit cube, made of one kernel around each of some points and a uniform part.
///
/// The kernel is a product over the dimensions: a normal density that is truncated to [0, 1] for
/// numbers, and for words one that prefers the point's own. Bandwidths follow Scott's rule on the
/// spread of the points, within bounds.
///
/// Sources: Bergstra et al., "Algorithms for hyper-parameter optimization" (2011), section 4, and
/// Watanabe, "Tree-structured Parzen estimator: understanding its algorithm components" (2023) for
/// multivariate kernels.
struct ParzenEstimator: Sendable {
    private static let bandwidths = 0.05...0.5
    /// Factor on Scott's bandwidth.
    private static let bandwidthFactor = 0.6
    /// Share of a word's kernel that is spread over all words.
    private static let wordShare = 0.2

    private let points: [[Double]]
    private let dimensions: [SearchSpace.Dimension]
    /// A bandwidth for each dimension; unused for words.
    private let widths: [Double]

    init(_ points: [[Double]], in space: SearchSpace) {
        self.points = points
        dimensions = space.dimensions
        widths = space.dimensions.indices.map { index in
            Self.bandwidth(points.map { $0[index] }, space.dimensions)
        }
    }

    /// The density at a point, times the number of kernels, the uniform one included.
    ///
    /// - Complexity: O(points · dimensions).
    func weight(at point: [Double]) -> Double {
        let factors = dimensions.indices.map { scaling(of: $0) }
        return points.reduce(1) { sum, center in
            var exponent = 0.0
            var product = 1.0
            for index in dimensions.indices {
                if case .category(let choices) = dimensions[index].domain {
                    product *= Self.wordWeight(center[index], point[index], choices.count)
                } else {
                    let gap = (point[index] - center[index]) * factors[index]
                    exponent -= gap * gap / 2
                    product *= factors[index] * Self.inverseSqrtTau
                    product /= inside(center[index], factors[index])
                }
            }
            return sum + product * Elementary.exp(exponent)
        }
    }

    /// Kernels, the uniform one included.
    var kernelCount: Double { Double(points.count + 1) }

    private static let inverseSqrtTau = 0.3989422804014327

    private func scaling(of index: Int) -> Double { 1 / widths[index] }

    /// The share of a normal kernel that lies within [0, 1].
    private func inside(_ center: Double, _ factor: Double) -> Double {
        normalShare(below: (1 - center) * factor) - normalShare(below: -center * factor)
    }

    /// The density of a word's kernel, relative to the uniform one.
    private static func wordWeight(_ center: Double, _ point: Double, _ count: Int) -> Double {
        let choices = Double(count)
        let isSame = Int(center * choices) == Int(point * choices)
        return (isSame ? 1 - wordShare : 0) * choices + wordShare
    }

    private static func bandwidth(
        _ values: [Double], _ dimensions: [SearchSpace.Dimension]
    ) -> Double {
        guard values.count > 1 else { return bandwidths.upperBound }
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / (count - 1)).squareRoot()
        let exponent = -1 / Double(dimensions.count + 4)
        let scott = bandwidthFactor * deviation * Elementary.exp(exponent * Elementary.log(count))
        return min(max(scott, bandwidths.lowerBound), bandwidths.upperBound)
    }
}
