/// Why a worker gives a lease back.
package enum ReleaseCause: Hashable, Sendable {
    /// It cannot run the task at all.
    case refused
    /// It leaves, and takes no lease until it says hello again.
    case returned
    /// The training broke a guard, and its process ends.
    case broke(TrialGuard)
}

extension ReleaseCause: CaseIterable {
    /// All causes.
    package static let allCases = [refused, returned] + TrialGuard.allCases.map(broke)
}

/// In messages and in the journal, a cause is a word.
extension ReleaseCause: RawRepresentable, Codable {
    /// Reads a word; `nil` if it is not that of a cause.
    package init?(rawValue: String) {
        guard let cause = Self.allCases.first(where: { $0.rawValue == rawValue }) else {
            return nil
        }
        self = cause
    }

    /// The cause as a word.
    package var rawValue: String {
        switch self {
        case .refused: "refused"
        case .returned: "returned"
        case .broke(let limit): limit.rawValue
        }
    }
}
