import Randomness

/// The results of all trainings of one schedule.
///
/// Costs are natural logarithms of connections, because their noise is multiplicative and people
/// compare geometric means.
public struct CostTally: Hashable, Sendable {
    /// Added to the mean cost, times the share of misses: about the cost of a miss that counts as
    /// twice the usual limit of connections.
    ///
    /// Measured over recorded trainings of digits with fresh seeds, 5 against 2: 4 % fewer
    /// connections and half as many misses with one worker, no difference with 8 workers, where 3
    /// and 8 are as good.
    private static let missPenalty = 5.0
    /// The mean of a schedule that has never reached the target: larger than every cost.
    private static let hopeless = 100.0

    /// Number of trainings that reached the target.
    public private(set) var hits = 0
    /// Number of trainings that gave up, or were given up.
    public private(set) var misses = 0
    /// Number of trainings that were stopped at their cap.
    public private(set) var stops = 0
    /// Sum of the ln costs of hits and of the projected ln costs of stops.
    private var sum = 0.0
    /// Sum of the ln costs of hits.
    private var hitSum = 0.0
    /// Sum of the squares of the ln costs of hits.
    private var hitSquares = 0.0
    /// The smallest shortfall of a miss.
    private var shortfall = 1.0

    /// Begins without trainings.
    public init() {}

    /// Number of finished trainings.
    public var runs: Int { hits + misses + stops }

    /// The mean ln cost, including stops and misses; smaller is better.
    ///
    /// If no training has reached the target or its cap, it grows with the smallest shortfall.
    public var mean: Double {
        guard hits + stops > 0 else { return Self.hopeless + shortfall }
        let share = Double(misses) / Double(runs)
        return sum / Double(hits + stops) + Self.missPenalty * share
    }

    /// The mean ln cost of the hits; `nil` if there are none.
    public var hitMean: Double? { hits == 0 ? nil : hitSum / Double(hits) }

    /// The noise between seeds: the sum of squared deviations of the hits from their mean, and its
    /// degrees of freedom.
    var spread: (squares: Double, freedom: Int) {
        guard hits > 1 else { return (0, 0) }
        return (max(0, hitSquares - hitSum * hitSum / Double(hits)), hits - 1)
    }

    /// Adds the result of one training.
    public mutating func note(_ fitness: Fitness) {
        switch fitness {
        case .reached(let connections):
            let cost = Elementary.log(max(1, connections))
            hits += 1
            sum += cost
            hitSum += cost
            hitSquares += cost * cost
        case .censored(let projection):
            stops += 1
            sum += Elementary.log(max(1, projection))
        case .missed(let shortfall):
            misses += 1
            self.shortfall = min(self.shortfall, shortfall)
        case .failed: misses += 1
        }
    }
}
