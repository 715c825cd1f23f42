/// How many workers can connect before this process has no open files left.
package struct ConnectionRoom {
    /// Number of possible connections.
    private let room: Int
    private var hasWarned = false

    /// - Parameter room: number of possible connections.
    package init(for room: Int) {
        self.room = max(0, room)
    }

    /// A warning for the user before the limit is reached; given once.
    ///
    /// A worker beyond the limit cannot connect and waits without an error.
    package mutating func warning(at workers: Int) -> String? {
        guard !hasWarned, workers >= room - room / 10 else { return nil }
        hasWarned = true
        return """
            \(workers) workers are connected, and the limit is \(room): raise the limit of \
            open files (ulimit -n) and restart the coordinator, or further workers cannot connect
            """
    }
}
