public import Trials

/// How all schedules of a study stand, the best first.
///
/// This is the search's memory, and part of the study's one fold: the strategy reads it, and so do
/// caps, replicates and the choice of the finalists.
public struct Standings: Hashable, Sendable {
    private let space: SearchSpace
    /// Every schedule that was proposed, in the order of its first proposal.
    public private(set) var all: [Standing] = []
    /// Where each schedule stands in `all`; only ever looked up.
    private var places: [GrowthSchedule: Int] = [:]
    /// The places of those with a training that is over, the smallest mean first; of equals the
    /// earlier schedule.
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
        places[schedule].map { all[$0] }
    }

    /// The schedule that is best as far as can be told, once one has reached the target.
    public var incumbent: Standing? { incumbentPlace.map { all[$0] } }

    /// The schedules with a training that is over, the smallest mean first.
    ///
    /// - Complexity: O(count).
    public func best(_ count: Int) -> [Standing] {
        ranking.prefix(count).map { all[$0] }
    }

    /// Notes that a schedule is to be trained by a trial.
    ///
    /// - Complexity: O(dimensions).
    public mutating func propose(_ schedule: GrowthSchedule, as trial: TrialID) {
        if let place = places[schedule] {
            all[place].proposals += 1
            return
        }
        places[schedule] = all.count
        all.append(
            Standing(schedule: schedule, firstTrial: trial, point: space.point(of: schedule)))
    }

    /// Notes how a training of a proposed schedule fared.
    ///
    /// - Parameter work: the multiply–adds that it took.
    /// - Complexity: O(schedules) for its place in the ranking, with a small constant.
    public mutating func settle(_ schedule: GrowthSchedule, _ fitness: Fitness, work: Int) {
        guard let place = places[schedule] else {
            preconditionFailure("a schedule was settled that was never proposed: \(schedule)")
        }
        let before = all[place].tally.spread
        if all[place].runs > 0 {
            ranking.removeAll { $0 == place }
            replicateWork += work
        }
        self.work += work
        all[place].tally.note(fitness)
        noise.replace(before, by: all[place].tally.spread)
        ranking.insert(place, at: position(of: place))
        incumbentPlace = leader()
        cap.follow(self)
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
