/// The number of an execution of a trial, counted from 1; it fences leases.
public struct AttemptNumber: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    /// The number.
    public let rawValue: Int

    /// Wraps a number.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Orders attempts by the time of their lease.
    public static func < (left: AttemptNumber, right: AttemptNumber) -> Bool {
        left.rawValue < right.rawValue
    }
}
