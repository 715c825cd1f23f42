/// The number of an execution of a trial, from 1; leases use it to tell old messages from new ones.
public struct AttemptNumber: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    /// The number.
    public let rawValue: Int

    /// Wraps a number.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Orders attempts by the time of their leases.
    public static func < (left: AttemptNumber, right: AttemptNumber) -> Bool {
        left.rawValue < right.rawValue
    }
}
