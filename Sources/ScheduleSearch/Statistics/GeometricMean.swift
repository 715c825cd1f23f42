import Randomness

/// Computes the geometric mean: the middle of numbers whose noise is multiplicative.
///
/// - Precondition: there is a number, and all are finite and positive.
/// - Complexity: O(count).
public func geometricMean(_ numbers: [Double]) -> Double {
    precondition(!numbers.isEmpty, "the geometric mean of no numbers")
    let sum = numbers.reduce(0) { $0 + Elementary.log($1) }
    return Elementary.exp(sum / Double(numbers.count))
}
