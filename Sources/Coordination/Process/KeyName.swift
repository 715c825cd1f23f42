package import Trials

/// The name of a worker's key in the coordinator's list; each worker with this key is named after
/// it.
///
/// Names of keys have no dots, so only the key `oak` allows the worker name `oak.1`.
package struct KeyName: RawRepresentable, Hashable, Sendable {
    private static let longest = 40

    /// The rule for names of keys.
    package static let expectation = """
        1 to \(longest) letters, digits, hyphens and underscores, a letter or digit first
        """

    /// The parameter.
    package let rawValue: String

    /// Wraps a well-formed name; `nil` for any other text.
    package init?(rawValue: String) {
        guard WorkerID(rawValue: rawValue) != nil, rawValue.utf8.count <= Self.longest,
            !rawValue.contains("."), !rawValue.hasPrefix("-"), !rawValue.hasPrefix("_")
        else { return nil }
        self.rawValue = rawValue
    }

    /// Tells whether a worker's name belongs to this key.
    package func owns(_ worker: WorkerID) -> Bool {
        worker.rawValue == rawValue || worker.rawValue.hasPrefix("\(rawValue).")
    }

    /// The full name of a worker with this key: its own name if it belongs to the key, otherwise
    /// `oak.NAME`; `nil` if that is too long.
    package func worker(callingItself said: WorkerID) -> WorkerID? {
        owns(said) ? said : WorkerID(rawValue: "\(rawValue).\(said.rawValue)")
    }
}
