/// The number of a trial in its study, from 1, in the order of proposal.
public struct TrialID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    /// The number.
    public let rawValue: Int

    /// Wraps a number.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Orders trials by the time of their proposals.
    public static func < (left: TrialID, right: TrialID) -> Bool {
        left.rawValue < right.rawValue
    }
}
