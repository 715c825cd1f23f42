/// The number of a trial within its study, counted from 1 in the order of proposal.
public struct TrialID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    /// The number.
    public let rawValue: Int

    /// Wraps a number.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Orders trials by the time of their proposal.
    public static func < (left: TrialID, right: TrialID) -> Bool {
        left.rawValue < right.rawValue
    }
}

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

/// The name under which a worker reports; it outlives connections and restarts of the coordinator.
public struct WorkerID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    /// The name: 1 to 64 letters, digits, dots, hyphens and underscores.
    public let rawValue: String

    /// Wraps a name that is well formed, and gives nothing for any other.
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

/// The SHA-256 of a dataset's canonical bytes, as 64 lower-case hexadecimal digits.
public struct DatasetDigest: RawRepresentable, Hashable, Codable, Sendable {
    /// The digits.
    public let rawValue: String

    /// Wraps digits that are well formed, and gives nothing for any others.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 64, rawValue.utf8.allSatisfy(isHexadecimalDigit) else {
            return nil
        }
        self.rawValue = rawValue
    }
}

/// A hash of a trained network's structure, weights and growth curve, as 16 hexadecimal digits.
///
/// Equal tasks give equal fingerprints on every machine; two reports of one trial that differ
/// expose a broken machine.
public struct Fingerprint: RawRepresentable, Hashable, Codable, Sendable {
    /// The number that the digits write.
    let hash: UInt64

    /// Wraps digits that are well formed, and gives nothing for any others.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 16, rawValue.utf8.allSatisfy(isHexadecimalDigit),
            let hash = UInt64(rawValue, radix: 16)
        else {
            return nil
        }
        self.hash = hash
    }

    /// Writes a 64-bit hash.
    public init(hash: UInt64) {
        self.hash = hash
    }

    /// The digits.
    public var rawValue: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}
