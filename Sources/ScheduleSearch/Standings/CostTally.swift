import Randomness

/// What the trainings of one schedule say of its cost.
///
/// Costs are natural logarithms of connections, because their noise is multiplicative and people
/// read geometric means.
public struct CostTally: Hashable, Sendable {
    /// What misses add to the mean of the others, times their share: about what a miss costs that
    /// counts as twice the usual limit of connections.
    ///
    /// Measured over recorded trainings of digits, fresh seeds, against 2: 4 % fewer connections
    /// with one worker and half as many misses, the same with 8, where 3 and 8 are as good.
    private static let missPenalty = 5.0
    /// The mean of a schedule that has never reached the target: beyond every cost there is.
    private static let hopeless = 100.0

    /// Trainings that reached the target.
    public private(set) var hits = 0
    /// Trainings that gave up, or were given up.
    public private(set) var misses = 0
    /// Trainings that were stopped at their cap.
    public private(set) var stops = 0
    /// Sum of the ln costs of hits and, as far as they are known, of stops.
    private var sum = 0.0
    /// Sum of the ln costs of hits.
    private var hitSum = 0.0
    /// Sum of the squares of the ln costs of hits.
    private var hitSquares = 0.0
    /// The least by which a miss fell short of the target.
    private var shortfall = 1.0

    /// Begins with no training.
    public init() {}

    /// Trainings that are over.
    public var runs: Int { hits + misses + stops }

    /// The mean ln cost, with what is known of stops and misses; the smaller is the better.
    ///
    /// Where nothing has reached the target, it grows with the least shortfall.
    public var mean: Double {
        guard hits + stops > 0 else { return Self.hopeless + shortfall }
        let share = Double(misses) / Double(runs)
        return sum / Double(hits + stops) + Self.missPenalty * share
    }

    /// The mean ln cost of the hits; nothing where there is none.
    public var hitMean: Double? { hits == 0 ? nil : hitSum / Double(hits) }

    /// What the hits say of the noise from seed to seed: the sum of squared deviations from their
    /// mean, and its degrees of freedom.
    var spread: (squares: Double, freedom: Int) {
        guard hits > 1 else { return (0, 0) }
        return (max(0, hitSquares - hitSum * hitSum / Double(hits)), hits - 1)
    }

    /// Takes in how one training fared.
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
