import Trials

/// What is kept of every schedule that was proposed, in as few bytes as possible: which schedule it
/// was tells only whoever has it in hand.
///
/// A study of a million trials proposes about as many schedules, nearly all of them once, and most
/// are of no further interest.
struct ScheduleMemory: Hashable, Sendable {
    /// A schedule that was proposed once (24 bytes).
    private struct Once: Hashable {
        /// How its training fared, once it is over.
        var fitness: Fitness?
        let trial: TrialID
    }

    /// What trainings of one schedule came to.
    struct Trainings: Hashable {
        var proposals = 1
        var tally = CostTally()
    }

    /// Where each schedule is in `once`, by its mark, which is small; only ever looked up.
    private var places: [UInt64: UInt32] = [:]
    /// Every schedule, in the order of its first proposal.
    private var once: [Once] = []
    /// Those that were proposed again; only ever looked up.
    private var again: [UInt32: Trainings] = [:]

    /// The place of a schedule in the order of first proposals, if it was ever proposed.
    func place(of schedule: GrowthSchedule) -> Int? { places[schedule.mark].map(Int.init) }

    /// The trial that trained the schedule at a place first.
    func firstTrial(at place: Int) -> TrialID { once[place].trial }

    /// The trainings of the schedule at a place.
    func trainings(at place: Int) -> Trainings {
        if let trainings = again[UInt32(place)] { return trainings }
        var trainings = Trainings()
        if let fitness = once[place].fitness { trainings.tally.note(fitness) }
        return trainings
    }

    /// Notes a proposal, and gives the schedule's place.
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

    /// Notes how a training of the schedule at a place fared.
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
