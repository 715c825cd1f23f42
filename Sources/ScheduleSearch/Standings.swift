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
    /// Every schedule that was proposed, in the order of its first proposal.
    public private(set) var all: [Standing] = []
    /// Where each schedule stands in `all`, by its mark, which is small; only ever looked up.
    private var places: [UInt64: Int] = [:]
    /// The places of the best of those with a training that is over, the smallest mean first; of
    /// equals the earlier schedule.
    private(set) var ranking: [Int] = []
    private(set) var noise = SeedNoise()
    /// Multiply–adds of all trainings.
    public private(set) var work = 0
    /// Multiply–adds of all but the first training of each schedule.
    public private(set) var replicateWork = 0
    /// The place of the schedule that is best as far as can be told.
    private(set) var incumbentPlace: Int?
    /// Beyond how many connections a trial does not matter, and the lowest that this ever was.
    public private(set) var cap: CostCap

    /// Begins with nothing known.
    public init(space: SearchSpace, capping: Bool = true) {
        self.space = space
        cap = CostCap(isOn: capping)
    }

    /// How a schedule stands, if it was ever proposed.
    public subscript(schedule: GrowthSchedule) -> Standing? {
        places[schedule.mark].map { all[$0] }
    }

    /// The schedule that is best as far as can be told, once one has reached the target.
    public var incumbent: Standing? { incumbentPlace.map { all[$0] } }

    /// The best of the schedules with a training that is over, the smallest mean first.
    ///
    /// - Complexity: O(count).
    public func best(_ count: Int) -> [Standing] {
        ranking.prefix(count).map { all[$0] }
    }

    /// Notes that a schedule is to be trained by a trial.
    ///
    /// - Complexity: O(parameters).
    public mutating func propose(_ schedule: GrowthSchedule, as trial: TrialID) {
        propose(schedule, ScheduleDifference(of: schedule, from: space.base), as: trial)
    }

    /// Notes that a schedule is to be trained by a trial; the caller has its difference from the
    /// base already, and shares it.
    package mutating func propose(
        _ schedule: GrowthSchedule, _ difference: ScheduleDifference, as trial: TrialID
    ) {
        let mark = schedule.mark
        if let place = places[mark] {
            all[place].proposals += 1
            return
        }
        places[mark] = all.count
        all.append(Standing(difference, firstTrial: trial))
    }

    /// Notes how a training of a proposed schedule fared.
    ///
    /// - Parameter work: the multiply–adds that it took.
    /// - Complexity: O(1).
    public mutating func settle(_ schedule: GrowthSchedule, _ fitness: Fitness, work: Int) {
        guard let place = places[schedule.mark] else {
            preconditionFailure("a schedule was settled that was never proposed: \(schedule)")
        }
        let before = all[place].tally.spread
        if all[place].runs > 0 {
            if let rank = ranking.firstIndex(of: place) { ranking.remove(at: rank) }
            replicateWork += work
        }
        self.work += work
        all[place].tally.note(fitness)
        noise.replace(before, by: all[place].tally.spread)
        rank(place)
        incumbentPlace = leader()
        cap.follow(self)
    }

    private mutating func rank(_ place: Int) {
        let position = position(of: place)
        guard position < Self.mostRanked else {
            all[place].point = nil
            return
        }
        if ranking.count == Self.mostRanked { all[ranking.removeLast()].point = nil }
        ranking.insert(place, at: position)
        if all[place].point == nil { all[place].point = space.point(of: all[place].schedule) }
    }

    /// Where a place belongs in the ranking, by bisection.
    private func position(of place: Int) -> Int {
        var low = 0
        var high = ranking.count
        while low < high {
            let middle = (low + high) / 2
            let other = ranking[middle]
            if (all[other].mean, other) < (all[place].mean, place) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
