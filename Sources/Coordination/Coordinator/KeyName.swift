package import Trials

/// What a worker's key is called in the list of a coordinator, and thereby whoever comes with it.
///
/// Keys have no dots in their names, so `oak.1` is a worker with the key of `oak`, nobody else's.
package struct KeyName: RawRepresentable, Hashable, Sendable {
    private static let longest = 40

    /// What a name may be.
    package static let expectation = """
        1 to \(longest) letters, digits, hyphens and underscores, a letter or digit first
        """

    /// The name.
    package let rawValue: String

    /// Wraps a name that is well formed, and gives nothing for any other.
    package init?(rawValue: String) {
        guard WorkerID(rawValue: rawValue) != nil, rawValue.utf8.count <= Self.longest,
            !rawValue.contains("."), !rawValue.hasPrefix("-"), !rawValue.hasPrefix("_")
        else { return nil }
        self.rawValue = rawValue
    }

    /// Tells whether a worker is one of those that have this key.
    package func owns(_ worker: WorkerID) -> Bool {
        worker.rawValue == rawValue || worker.rawValue.hasPrefix("\(rawValue).")
    }

    /// The worker that calls itself something and has this key: `oak`, or else `oak.NAME`; nothing
    /// where that is longer than a name may be.
    package func worker(callingItself said: WorkerID) -> WorkerID? {
        owns(said) ? said : WorkerID(rawValue: "\(rawValue).\(said.rawValue)")
    }
}
