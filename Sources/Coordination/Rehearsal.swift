import ScheduleSearch
import Studies
import Trials

/// How closely a coordinator checks, when it takes a study up, that its strategy would propose
/// again what was recorded.
package enum Rehearsal: Hashable, Sendable {
    /// Every proposal is asked for again.
    case whole
    /// The first hundred, and one of fifty behind them; the others are taken over as they are.
    ///
    /// A strategy that was changed answers otherwise nearly everywhere, and a large study should
    /// not wait for seconds to be taken up.
    case sampled

    /// Tells whether the proposal of a trial is asked for again.
    func covers(_ trial: TrialID) -> Bool {
        switch self {
        case .whole: true
        case .sampled: trial.rawValue <= 100 || trial.rawValue % 50 == 0
        }
    }
}

extension Coordinator {
    /// Makes the strategy live through a recorded event.
    mutating func rehearse(_ event: StudyEvent, _ rehearsal: Rehearsal) {
        switch event {
        case .proposed(let trial, let schedule, _, .search):
            guard rehearsal.covers(trial) else {
                return strategy.adopt(schedule, for: trial)
            }
            rehearsedProposals += 1
            if strategy.ask(for: trial) != schedule { divergentProposals += 1 }
        case .reported(let trial, _, _, _), .abandoned(let trial, _): tell(trial)
        default: break
        }
    }
}
