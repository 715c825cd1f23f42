package import Trials

/// Why a list of events is not a valid journal of a study.
///
/// A journal that this program wrote is always valid. An error means that the file was edited or
/// damaged; only the events before the named one can be trusted.
package enum JournalError: Error, Hashable, CustomStringConvertible {
    case noDefinition
    case noBudget
    case definedTwice
    case unexpectedTrial(TrialID, expected: TrialID)
    case unknownTrial(TrialID)
    case unexpectedAttempt(Attempt)
    case notWaiting(TrialID)
    case notRunning(Attempt)
    case notSettled(TrialID)
    case settledTwice(TrialID)

    /// Says which event is wrong.
    package var description: String {
        switch self {
        case .noDefinition: "the first event does not define the study"
        case .noBudget: "the second event does not give the study a budget"
        case .definedTwice: "the study is defined a second time"
        case .unexpectedTrial(let trial, let expected):
            "trial \(trial.rawValue) is proposed where \(expected.rawValue) should be"
        case .unknownTrial(let trial): "trial \(trial.rawValue) was never proposed"
        case .unexpectedAttempt(let attempt):
            "trial \(attempt.trial.rawValue) cannot have attempt \(attempt.number.rawValue) here"
        case .notWaiting(let trial): "trial \(trial.rawValue) is not waiting for a worker"
        case .notRunning(let attempt): "\(attempt.words) is not running"
        case .notSettled(let trial): "trial \(trial.rawValue) has no report to compare with"
        case .settledTwice(let trial): "trial \(trial.rawValue) is settled a second time"
        }
    }
}
