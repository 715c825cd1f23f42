public import Trials

/// How all schedules of a study stand, the best first.
///
/// This is the search's memory, and part of the study's one fold: the strategy reads it, and so do
/// caps, replicates and the choice of the finalists.
public struct Standings: Hashable, Sendable {
    /// Schedules that are ranked: more than any decision looks at, and so few that a place among
    /// them is found and made at once, however many there are.
    private static let mostRanked = 512

    private let space: SearchSpace
    /// What is kept of every schedule.
    private var memory = ScheduleMemory()
    /// What was tried first.
    private var opening: ScheduleDifference?
    /// The best of the schedules with a training that is over, whole, in no particular order.
    private(set) var ranked: [Standing] = []
    /// Where they are in `ranked`, the smallest mean first; of equals the earlier schedule.
    private(set) var ranking: [Int] = []
    private(set) var noise = SeedNoise()
    /// What all trainings took that are over.
    public private(set) var spent = Expenditure()
    /// What all but the first training of each schedule took.
    public private(set) var repeated = Expenditure()
    /// Where the schedule that is best as far as can be told is in `ranked`.
    private(set) var leadingIndex: Int?
    /// Beyond how many connections a trial does not matter, and the lowest that this ever was.
    public private(set) var cap: CostCap
    /// How many multiply–adds a trial may take.
    public private(set) var effort: EffortLimit

    /// Begins with nothing known.
    public init(space: SearchSpace, capping: Bool = true) {
        self.space = space
        cap = CostCap(isOn: capping)
        effort = EffortLimit(isOn: capping)
    }

    /// How a schedule stands, if it was ever proposed.
    ///
    /// - Complexity: O(parameters).
    public subscript(schedule: GrowthSchedule) -> Standing? {
        memory.place(of: schedule).map { standing(of: schedule, at: $0) }
    }

    /// Tells whether a schedule was ever proposed.
    public func contains(_ schedule: GrowthSchedule) -> Bool {
        memory.place(of: schedule) != nil
    }

    /// How often a schedule was proposed.
    public func proposals(of schedule: GrowthSchedule) -> Int {
        memory.place(of: schedule).map { memory.trainings(at: $0).proposals } ?? 0
    }

    /// How the schedule stands that was proposed first.
    public var first: Standing? { opening.flatMap { self[$0.schedule] } }

    /// The schedule that is best as far as can be told, once one has reached the target.
    public var incumbent: Standing? { leadingIndex.map { ranked[$0] } }

    /// The best of the schedules with a training that is over, the smallest mean first.
    ///
    /// - Complexity: O(count).
    public func best(_ count: Int) -> [Standing] {
        ranking.prefix(count).map { ranked[$0] }
    }

    /// Notes that a schedule is to be trained by a trial.
    ///
    /// - Precondition: there are fewer than 2³² schedules.
    /// - Complexity: O(parameters).
    public mutating func propose(_ schedule: GrowthSchedule, as trial: TrialID) {
        if opening == nil { opening = ScheduleDifference(of: schedule, from: space.base) }
        let place = memory.propose(schedule, as: trial)
        if let rank = rank(of: place) { ranked[ranking[rank]].proposals += 1 }
    }

    /// Notes how a training of a proposed schedule fared.
    ///
    /// - Parameter work: the multiply–adds that it took.
    /// - Complexity: O(1).
    public mutating func settle(_ schedule: GrowthSchedule, _ fitness: Fitness, work: Int) {
        guard let place = memory.place(of: schedule) else {
            preconditionFailure("a schedule was settled that was never proposed: \(schedule)")
        }
        let before = memory.trainings(at: place).tally
        let rank = rank(of: place)
        memory.note(fitness, at: place)
        let after = memory.trainings(at: place).tally
        if before.runs > 0 { repeated.note(work) }
        spent.note(work)
        if case .reached = fitness { effort.note(work) }
        noise.replace(before.spread, by: after.spread)
        if let rank {
            move(from: rank, after)
        } else {
            enter(schedule, at: place, after)
        }
        leadingIndex = leader()
        cap.follow(self)
    }

    private func standing(of schedule: GrowthSchedule, at place: Int) -> Standing {
        let trainings = memory.trainings(at: place)
        var standing = Standing(
            ScheduleDifference(of: schedule, from: space.base), at: place,
            firstTrial: memory.firstTrial(at: place))
        standing.proposals = trainings.proposals
        standing.tally = trainings.tally
        return standing
    }

    /// Ranks a schedule anew whose trainings say something else now.
    private mutating func move(from rank: Int, _ tally: CostTally) {
        let index = ranking.remove(at: rank)
        ranked[index].tally = tally
        ranking.insert(index, at: position(of: tally.mean, ranked[index].place))
    }

    /// Ranks a schedule that is not ranked, if it is good enough; the last one makes room.
    private mutating func enter(_ schedule: GrowthSchedule, at place: Int, _ tally: CostTally) {
        let position = position(of: tally.mean, place)
        guard position < Self.mostRanked else { return }
        var standing = standing(of: schedule, at: place)
        standing.point = space.point(of: schedule)
        if ranking.count == Self.mostRanked {
            let index = ranking.removeLast()
            ranked[index] = standing
            ranking.insert(index, at: position)
        } else {
            ranking.insert(ranked.count, at: position)
            ranked.append(standing)
        }
    }

    /// The rank of the schedule at a place, from 0, if it is ranked.
    private func rank(of place: Int) -> Int? {
        let tally = memory.trainings(at: place).tally
        guard tally.runs > 0 else { return nil }
        let position = position(of: tally.mean, place)
        return position < ranking.count && ranked[ranking[position]].place == place
            ? position : nil
    }

    /// Where a mean belongs in the ranking, by bisection; of equals the earlier place is first.
    private func position(of mean: Double, _ place: Int) -> Int {
        var low = 0
        var high = ranking.count
        while low < high {
            let middle = (low + high) / 2
            let other = ranked[ranking[middle]]
            if (other.mean, other.place) < (mean, place) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
