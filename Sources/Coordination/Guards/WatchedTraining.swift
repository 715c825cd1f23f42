package import Trials

/// A training in a worker's process, as its watchdog sees it.
package struct WatchedTraining: Hashable, Sendable {
    /// The attempt.
    package let attempt: Attempt
    /// When it began.
    package let startedAt: Instant
    /// When it passed its latest check, or started.
    package let checkedAt: Instant
    /// Connections at the latest check.
    package let connections: Int

    /// Notes how a training goes.
    package init(
        attempt: Attempt, startedAt: Instant, checkedAt: Instant,
        connections: Int
    ) {
        self.attempt = attempt
        self.startedAt = startedAt
        self.checkedAt = checkedAt
        self.connections = connections
    }
}
