public import Trials

/// The standings of all schedules of a study, the best first.
///
/// This is the memory of the search, and a part of the study's state: the strategy reads it, and so
/// do caps, repeats and the choice of the finalists.
public struct Standings: Hashable, Sendable {
    /// Number of ranked schedules: more than any decision uses, and few enough that finding and
    /// inserting a schedule is always fast.
    private static let mostRanked = 512

    private let space: SearchSpace
    /// The results of every schedule.
    private var memory = ScheduleMemory()
    /// The schedule that was tried first.
    private var opening: ScheduleDifference?
    /// The best schedules with finished trainings, in full, in no particular order.
    private(set) var ranked: [Standing] = []
    /// Their indices in `ranked`, smallest mean first; if equal, the earlier schedule first.
    private(set) var ranking: [Int] = []
    private(set) var noise = SeedNoise()
    /// The number and work of all finished trainings.
    public private(set) var spent = Expenditure()
    /// The number and work of all finished trainings except each schedule's first.
    public private(set) var repeated = Expenditure()
    /// The index of the incumbent in `ranked`.
    private(set) var leadingIndex: Int?
    /// The number of connections above which a trial no longer matters, and its lowest value so
    /// far.
    public private(set) var cap: CostCap
    /// The most multiply–adds that a trial may take.
    public private(set) var effort: EffortLimit

    /// Begins without results.
    public init(space: SearchSpace, capping: Bool = true) {
        self.space = space
        cap = CostCap(isOn: capping)
        effort = EffortLimit(isOn: capping)
    }

    /// The standing of a schedule; `nil` if it was never proposed.
    ///
    /// - Complexity: O(parameters).
    public subscript(schedule: GrowthSchedule) -> Standing? {
        memory.place(of: schedule).map { standing(of: schedule, at: $0) }
    }

    /// Tells whether a schedule was ever proposed.
    public func contains(_ schedule: GrowthSchedule) -> Bool {
        memory.place(of: schedule) != nil
    }

    /// The number of proposals of a schedule.
    public func proposals(of schedule: GrowthSchedule) -> Int {
        memory.place(of: schedule).map { memory.trainings(at: $0).proposals } ?? 0
    }

    /// The standing of the schedule that was proposed first.
    public var first: Standing? { opening.flatMap { self[$0.schedule] } }

    /// The incumbent: the schedule that is probably the best; `nil` until one has reached the
    /// target.
    public var incumbent: Standing? { leadingIndex.map { ranked[$0] } }

    /// The best schedules with finished trainings, smallest mean first.
    ///
    /// - Complexity: O(count).
    public func best(_ count: Int) -> [Standing] {
        ranking.prefix(count).map { ranked[$0] }
    }

    /// Records that a trial will train a schedule.
    ///
    /// - Precondition: there are fewer than 2³² schedules.
    /// - Complexity: O(parameters).
    public mutating func propose(_ schedule: GrowthSchedule, as trial: TrialID) {
        if opening == nil { opening = ScheduleDifference(of: schedule, from: space.base) }
        let place = memory.propose(schedule, as: trial)
        if let rank = rank(of: place) { ranked[ranking[rank]].proposals += 1 }
    }

    /// Records the result of a training of a proposed schedule.
    ///
    /// - Parameter work: its multiply–adds.
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

    /// Moves a ranked schedule to its new rank after a training.
    private mutating func move(from rank: Int, _ tally: CostTally) {
        let index = ranking.remove(at: rank)
        ranked[index].tally = tally
        ranking.insert(index, at: position(of: tally.mean, ranked[index].place))
    }

    /// Ranks a schedule that is not ranked, if it is good enough; the last one is removed if
    /// needed.
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

    /// The rank of the schedule with an index, from 0; `nil` if it is not ranked.
    private func rank(of place: Int) -> Int? {
        let tally = memory.trainings(at: place).tally
        guard tally.runs > 0 else { return nil }
        let position = position(of: tally.mean, place)
        return position < ranking.count && ranked[ranking[position]].place == place
            ? position : nil
    }

    /// The rank for a mean, by bisection; if equal, the schedule with the smaller index comes
    /// first.
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
