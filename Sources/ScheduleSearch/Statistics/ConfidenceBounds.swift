import Randomness

/// Computes the 90 % interval of a geometric mean, with Student's t on the logarithms.
///
/// Source: for the quantile, Abramowitz and Stegun, Handbook of Mathematical Functions (1964),
/// 26.7.5, and the closed forms for one and two degrees of freedom; within 0.3 %.
///
/// - Precondition: all numbers are finite and positive.
/// - Returns: `nil` for fewer than two numbers, whose spread is unknown.
public func geometricMeanInterval(_ numbers: [Double]) -> ClosedRange<Double>? {
    guard numbers.count > 1 else { return nil }
    let logs = numbers.map(Elementary.log)
    let count = Double(logs.count)
    let mean = logs.reduce(0, +) / count
    let squares = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / (count - 1) / count).squareRoot()
    let reach = studentQuantile(freedom: logs.count - 1) * error
    return Elementary.exp(mean - reach)...Elementary.exp(mean + reach)
}

/// The 95 % quantile of Student's t.
private func studentQuantile(freedom: Int) -> Double {
    if freedom == 1 { return 6.314 }
    if freedom == 2 { return 2.920 }
    let z = 1.6448536
    let square = z * z
    let terms = [
        (square + 1) / 4,
        ((5 * square + 16) * square + 3) / 96,
        (((3 * square + 19) * square + 17) * square - 15) / 384,
    ]
    let inverse = 1 / Double(freedom)
    return z * (1 + inverse * (terms[0] + inverse * (terms[1] + inverse * terms[2])))
}

/// Computes the one-sided 95 % lower bound of a hit rate from the numbers of hits and trainings.
///
/// Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case
/// of the binomial", Biometrika 26 (1934).
///
/// - Complexity: O(trainings), 50 steps of bisection.
public func hitRateBound(hits: Int, of trainings: Int) -> Double {
    guard hits > 0 else { return 0 }
    var low = 0.0
    var high = 1.0
    for _ in 0..<50 {
        let middle = (low + high) / 2
        if chance(ofAtLeast: hits, of: trainings, rate: middle) < 0.05 {
            low = middle
        } else {
            high = middle
        }
    }
    return low
}

/// The chance of at least a number of hits at a rate.
private func chance(ofAtLeast hits: Int, of trainings: Int, rate: Double) -> Double {
    var choices = 0.0
    return (0...trainings).reduce(0) { sum, count in
        defer {
            choices += Elementary.log(Double(max(1, trainings - count)) / Double(count + 1))
        }
        guard count >= hits else { return sum }
        let misses = Double(trainings - count)
        return sum
            + Elementary.exp(
                choices + Double(count) * Elementary.log(max(rate, 1e-300))
                    + misses * Elementary.log(max(1 - rate, 1e-300)))
    }
}
