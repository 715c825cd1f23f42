public import Trials

/// A schedule and the results of all its trainings so far.
public struct Standing: Hashable, Sendable {
    private let difference: ScheduleDifference
    /// Its index in the order of first proposals.
    let place: Int
    /// Its first trial.
    public let firstTrial: TrialID
    /// Its position in the unit cube of the space, with a coordinate for each dimension; `nil`
    /// unless it is ranked, because only ranked schedules are used for breeding.
    var point: [Double]?
    /// Number of proposed trainings.
    public internal(set) var proposals = 1
    /// The results of its finished trainings.
    public internal(set) var tally = CostTally()

    /// Starts with the first training of a schedule.
    init(_ difference: ScheduleDifference, at place: Int, firstTrial: TrialID) {
        self.difference = difference
        self.place = place
        self.firstTrial = firstTrial
    }

    /// The schedule.
    ///
    /// - Complexity: O(parameters): it is computed each time.
    public var schedule: GrowthSchedule { difference.schedule }

    /// Number of finished trainings.
    public var runs: Int { tally.runs }

    /// Number of trainings under way.
    public var running: Int { proposals - runs }

    /// Whether it has reached the target at least once.
    public var hasReached: Bool { tally.hits > 0 }

    /// The mean ln cost of the tally.
    var mean: Double { tally.mean }
}
