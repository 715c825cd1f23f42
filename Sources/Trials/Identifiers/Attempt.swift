/// One execution of a trial.
package struct Attempt: Hashable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// Which of its executions this is.
    package let number: AttemptNumber

    /// Names an execution of a trial.
    package init(trial: TrialID, number: AttemptNumber) {
        self.trial = trial
        self.number = number
    }

    /// Names the execution of a trial that has a number.
    package init(_ number: Int, of trial: TrialID) {
        self.init(trial: trial, number: AttemptNumber(rawValue: number))
    }

    /// The attempt in words, as in "attempt 2 of trial 7".
    package var words: String { "attempt \(number.rawValue) of trial \(trial.rawValue)" }
}

extension Attempt: Codable {
    /// The keys of an attempt; they stand beside those of what holds it.
    private enum CodingKeys: String, CodingKey {
        case trial
        case number = "attempt"
    }
}
