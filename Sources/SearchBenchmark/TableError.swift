/// Why bytes are not a table over which a search can be replayed.
package enum TableError: Error, Hashable, CustomStringConvertible {
    /// The first line must be a heading.
    case noHeading
    /// A line must be the numbers of a training.
    case malformed(line: Int)
    /// The recording must be finished.
    case incomplete(found: Int, expected: Int)
    /// Another target must be used.
    case unreadableTarget(expected: String)

    /// Says what is wrong and what to do.
    package var description: String {
        switch self {
        case .noHeading: "its first line is not the heading of a table of trainings"
        case .malformed(let line): "line \(line) is not a training; record the table again"
        case .incomplete(let found, let expected):
            "it has \(found) of \(expected) trainings; continue the recording"
        case .unreadableTarget(let expected): "the target must be \(expected)"
        }
    }
}
