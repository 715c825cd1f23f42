import Randomness
import ScheduleSearch
import Trials

/// A strategy with the standings that it reads, updated as a study does.
struct Searcher {
    private(set) var strategy: any SearchStrategy
    private(set) var standings: Standings

    init(_ kind: StrategyKind, _ space: SearchSpace, seed: UInt64 = 1) {
        self.init(SearchSettings(strategy: kind, seed: Seed(rawValue: seed)), space)
    }

    init(_ settings: SearchSettings, _ space: SearchSpace) {
        strategy = settings.makeStrategy(space: space)
        standings = Standings(space: space)
    }

    /// Asks for the schedule of a trial.
    mutating func ask(_ number: Int) -> GrowthSchedule {
        let schedule = strategy.ask(for: TrialID(number), knowing: standings)
        standings.propose(schedule, as: TrialID(number))
        return schedule
    }

    /// Notes a schedule that the strategy did not ask for.
    mutating func propose(_ schedule: GrowthSchedule, as number: Int) {
        standings.propose(schedule, as: TrialID(number))
    }

    /// Reports the result of a trial.
    mutating func tell(_ number: Int, _ schedule: GrowthSchedule, _ fitness: Fitness) {
        standings.settle(schedule, fitness, work: 1)
        strategy.tell(
            TrialResult(trial: TrialID(number), schedule: schedule, fitness: fitness))
    }
}
