package import PlainJSON
package import Randomness

/// Fields with identifiers and seeds.
extension FieldWalk {
    /// The number of an attempt; its trial is a field of its own, further on.
    package mutating func number(of attempt: Attempt?) throws -> AttemptNumber {
        AttemptNumber(
            rawValue: try field("attempt", attempt?.number.rawValue, in: FieldRange.numbers))
    }

    /// The number of a trial.
    package mutating func trial(
        _ trial: TrialID?, as key: StaticString = "trial"
    ) throws -> TrialID {
        TrialID(rawValue: try field(key, trial?.rawValue, in: FieldRange.numbers))
    }

    /// A seed.
    package mutating func seed(_ seed: Seed?) throws -> Seed {
        Seed(rawValue: try field("seed", seed?.rawValue))
    }
}
