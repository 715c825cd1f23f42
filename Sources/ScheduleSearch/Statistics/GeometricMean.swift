import Randomness

/// Computes the geometric mean, the usual mean of numbers with multiplicative noise.
///
/// - Precondition: there is at least one number, and all are finite and positive.
/// - Complexity: O(count).
public func geometricMean(_ numbers: [Double]) -> Double {
    precondition(!numbers.isEmpty, "the geometric mean of no numbers")
    let sum = numbers.reduce(0) { $0 + Elementary.log($1) }
    return Elementary.exp(sum / Double(numbers.count))
}
