/// Decides when a coordinator exits: at once, when all trainings are done, or when all workers have
/// left.
package struct Departure {
    /// Why the coordinator exits; `nil` while it runs.
    package private(set) var reason: StopReason?
    private var drainDeadline: Instant?
    /// When the coordinator exits at the latest, after all work is done.
    private var farewellDeadline: Instant?

    /// Starts without a reason to exit.
    package init() {}

    /// Exits for a reason from outside.
    package mutating func leave(_ reason: StopReason) {
        self.reason = reason
    }

    /// Handles requests to stop: the first one drains, the second one exits at once.
    ///
    /// - Returns: whether workers are to be drained from now on.
    package mutating func heed(requests: Int, at now: Instant) -> Bool {
        let isFirst = requests > 0 && drainDeadline == nil
        if isFirst { drainDeadline = now + CoordinationLimits.drain }
        let isOverdue = drainDeadline.map { $0 <= now } ?? false
        if requests > 1 || isOverdue { reason = .interrupted }
        return isFirst
    }

    /// Records that all work is done and that the workers are told so.
    package mutating func sayFarewell(at now: Instant) {
        farewellDeadline = now + CoordinationLimits.farewell
    }

    /// Exits when all workers have left that must be told that all work is done.
    ///
    /// When a connection breaks, a worker's socket drops unread messages (libzmq does so with
    /// `ZMQ_IMMEDIATE`). So a coordinator that exited at once would leave workers waiting.
    package mutating func leaveIfAlone(workers: Int, at now: Instant) {
        guard let farewellDeadline, reason == nil else { return }
        if workers == 0 || farewellDeadline <= now {
            reason = drainDeadline == nil ? .finished : .drained
        }
    }
}
