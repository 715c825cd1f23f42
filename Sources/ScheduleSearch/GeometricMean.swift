import Randomness

/// Computes the geometric mean of positive numbers, the natural mean of costs that differ by factors.
///
/// - Precondition: there is at least one number, and all are positive.
public func geometricMean(_ values: [Double]) -> Double {
    precondition(!values.isEmpty, "the geometric mean of nothing")
    return Elementary.exp(values.map(Elementary.log).reduce(0, +) / Double(values.count))
}
