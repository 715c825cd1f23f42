import Randomness
import Trials

/// Seeds stay below 2⁵³, so that every reader of JSON and SQL keeps them exactly.
private let seeds = 0...(1 << 53 - 1)

let studyNameExpectation = "1 to 64 letters, digits, dots, hyphens and underscores"

extension DocumentValue {
    /// Reads a name that can also be the name of a file.
    func studyName() throws(ConfigError) -> String {
        // A worker's name has the same form, for the same reason.
        guard let text, WorkerID(rawValue: text) != nil, !text.hasPrefix(".") else {
            throw error(expected: studyNameExpectation)
        }
        return text
    }

    func seed() throws(ConfigError) -> Seed {
        Seed(rawValue: UInt64(try integer(in: seeds)))
    }
}
