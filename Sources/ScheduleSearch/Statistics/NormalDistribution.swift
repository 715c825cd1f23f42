import Randomness

/// The share of a standard normal distribution below a number, within 0.0002.
///
/// Source: Bowling et al., "A logistic approximation to the cumulative normal distribution",
/// Journal of Industrial Engineering and Management 2 (2009), equation 8.
func normalShare(below number: Double) -> Double {
    1 / (1 + Elementary.exp(-1.5976 * number - 0.07056 * number * number * number))
}
