/// The noise of the ln cost between seeds of one schedule, pooled over all schedules that were
/// trained more than once.
///
/// A prior is used as the first estimate; it counts as `priorFreedom` degrees of freedom. Source:
/// the pooled variance of a one-way layout; the constants are measured on digits.
struct SeedNoise: Hashable, Sendable {
    private static let prior = 0.25
    private static let priorFreedom = 4.0
    private static let bounds = 0.1...0.6

    private var squares = 0.0
    private var freedom = 0

    /// Replaces the previous contribution of one schedule by its current one.
    mutating func replace(
        _ old: (squares: Double, freedom: Int), by new: (squares: Double, freedom: Int)
    ) {
        squares += new.squares - old.squares
        freedom += new.freedom - old.freedom
    }

    /// Standard deviation of the ln cost of a single training.
    var deviation: Double {
        let variance =
            (Self.priorFreedom * Self.prior * Self.prior + max(0, squares))
            / (Self.priorFreedom + Double(freedom))
        return min(max(variance.squareRoot(), Self.bounds.lowerBound), Self.bounds.upperBound)
    }
}
