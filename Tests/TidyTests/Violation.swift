import Testing

/// A place where the house rules are broken, with what to do instead.
struct Violation: Hashable, CustomStringConvertible {
    /// The file, from the root of the repository.
    let path: String
    /// The line, from 1; `nil` if the whole file is meant.
    var line: Int?
    /// What is there.
    let finding: String
    /// What should be there.
    let remedy: String

    var description: String {
        let place = line.map { number in "\(path):\(number)" } ?? path
        return "\(place): \(finding); instead, \(remedy)"
    }
}

/// Fails the current test once for each violation.
func expectNone(
    _ violations: [Violation],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    for violation in violations {
        Issue.record("\(violation)", sourceLocation: sourceLocation)
    }
}
