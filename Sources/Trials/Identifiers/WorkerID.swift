/// The name of a worker; it stays the same for new connections and after restarts of the
/// coordinator.
public struct WorkerID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    /// The name: 1 to 64 letters, digits, dots, hyphens and underscores.
    public let rawValue: String

    /// Wraps a well-formed name; `nil` for any other text.
    public init?(rawValue: String) {
        guard (1...64).contains(rawValue.utf8.count), rawValue.utf8.allSatisfy(Self.allows) else {
            return nil
        }
        self.rawValue = rawValue
    }

    /// Orders workers by name.
    public static func < (left: WorkerID, right: WorkerID) -> Bool {
        left.rawValue < right.rawValue
    }

    private static func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
