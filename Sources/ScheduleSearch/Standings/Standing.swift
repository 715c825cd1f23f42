public import Trials

/// How a schedule stands: what it is, and everything that its trainings have said so far.
public struct Standing: Hashable, Sendable {
    private let difference: ScheduleDifference
    /// Its place in the order of first proposals.
    let place: Int
    /// The trial that trained it first.
    public let firstTrial: TrialID
    /// Where it lies in the unit cube of the space, a coordinate for each dimension; only while it
    /// is ranked, since nothing is bred from the others.
    var point: [Double]?
    /// Trainings that were proposed.
    public internal(set) var proposals = 1
    /// What the trainings say that are over.
    public internal(set) var tally = CostTally()

    /// Notes that a schedule is trained for the first time.
    init(_ difference: ScheduleDifference, at place: Int, firstTrial: TrialID) {
        self.difference = difference
        self.place = place
        self.firstTrial = firstTrial
    }

    /// The schedule.
    ///
    /// - Complexity: O(parameters), it is put together each time.
    public var schedule: GrowthSchedule { difference.schedule }

    /// Trainings that are over.
    public var runs: Int { tally.runs }

    /// Trainings that are under way.
    public var running: Int { proposals - runs }

    /// Whether it has reached the target at least once.
    public var hasReached: Bool { tally.hits > 0 }

    /// The mean ln cost, as the tally has it.
    var mean: Double { tally.mean }
}
