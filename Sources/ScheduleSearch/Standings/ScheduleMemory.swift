import Trials

/// The results of every proposed schedule, in as few bytes as possible.
///
/// The schedules themselves are not stored: to look one up, pass it in.
///
/// A study of a million trials proposes about as many schedules. Nearly all are proposed once, and
/// most do not matter again.
struct ScheduleMemory: Hashable, Sendable {
    /// The result of a schedule that was proposed once (24 bytes).
    private struct Once: Hashable {
        /// The result of its training; `nil` until it is over.
        var fitness: Fitness?
        let trial: TrialID
    }

    /// The results of several trainings of one schedule.
    struct Trainings: Hashable {
        var proposals = 1
        var tally = CostTally()
    }

    /// The index in `once` for the mark (a hash) of each schedule; never iterated.
    private var places: [UInt64: UInt32] = [:]
    /// All schedules, in the order of their first proposals.
    private var once: [Once] = []
    /// The schedules that were proposed again; never iterated.
    private var again: [UInt32: Trainings] = [:]

    /// The index of a schedule in the order of first proposals; `nil` if it was never proposed.
    func place(of schedule: GrowthSchedule) -> Int? { places[schedule.mark].map(Int.init) }

    /// The first trial of the schedule at an index.
    func firstTrial(at place: Int) -> TrialID { once[place].trial }

    /// The trainings of the schedule at an index.
    func trainings(at place: Int) -> Trainings {
        if let trainings = again[UInt32(place)] { return trainings }
        var trainings = Trainings()
        if let fitness = once[place].fitness { trainings.tally.note(fitness) }
        return trainings
    }

    /// Records a proposal and returns the schedule's index.
    ///
    /// - Precondition: there are fewer than 2³² schedules.
    mutating func propose(_ schedule: GrowthSchedule, as trial: TrialID) -> Int {
        let mark = schedule.mark
        if let place = places[mark] {
            var trainings = trainings(at: Int(place))
            trainings.proposals += 1
            again[place] = trainings
            return Int(place)
        }
        places[mark] = UInt32(once.count)
        once.append(Once(trial: trial))
        return once.count - 1
    }

    /// Records the result of a training of the schedule at an index.
    mutating func note(_ fitness: Fitness, at place: Int) {
        if again[UInt32(place)] == nil, once[place].fitness == nil {
            once[place].fitness = fitness
        } else {
            var trainings = trainings(at: place)
            trainings.tally.note(fitness)
            again[UInt32(place)] = trainings
        }
    }
}
