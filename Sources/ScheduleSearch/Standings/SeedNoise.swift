/// How much the ln cost of one schedule differs from seed to seed, pooled over all schedules that
/// were trained more than once.
///
/// A prior stands for the first estimate, and weighs as much as so many degrees of freedom.
/// Source: the pooled variance of a one-way layout; the constants are measured on digits.
struct SeedNoise: Hashable, Sendable {
    private static let prior = 0.25
    private static let priorFreedom = 4.0
    private static let bounds = 0.1...0.6

    private var squares = 0.0
    private var freedom = 0

    /// Replaces what one schedule's trainings said by what they say now.
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
