/// How many workers can be connected before this process has no open files left.
package struct ConnectionRoom {
    /// Connections that there may be.
    private let room: Int
    private var hasWarned = false

    /// - Parameter room: connections that there may be.
    package init(for room: Int) {
        self.room = max(0, room)
    }

    /// What a person should know before the room is taken, once; a worker that finds none waits
    /// in silence.
    package mutating func warning(at workers: Int) -> String? {
        guard !hasWarned, workers >= room - room / 10 else { return nil }
        hasWarned = true
        return """
            \(workers) workers are connected, and there is room for \(room): raise the limit of \
            open files (ulimit -n) and start the coordinator again, or further ones wait in vain
            """
    }
}
