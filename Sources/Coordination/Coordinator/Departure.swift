/// Decides when a coordinator leaves: at once, when what trains is done, or when all have gone.
package struct Departure {
    /// Why the coordinator leaves, once it does.
    package private(set) var reason: StopReason?
    private var drainDeadline: Instant?
    /// When the coordinator leaves at the latest, once nothing is left to do.
    private var farewellDeadline: Instant?

    /// Begins without a reason to leave.
    package init() {}

    /// Leaves because somebody else says so.
    package mutating func leave(_ reason: StopReason) {
        self.reason = reason
    }

    /// Heeds so many requests to stop: the first one drains, the second one does not wait.
    ///
    /// - Returns: whether workers are to be drained from now on.
    package mutating func heed(requests: Int, at now: Instant) -> Bool {
        let isFirst = requests > 0 && drainDeadline == nil
        if isFirst { drainDeadline = now + CoordinationLimits.drain }
        let isOverdue = drainDeadline.map { $0 <= now } ?? false
        if requests > 1 || isOverdue { reason = .interrupted }
        return isFirst
    }

    /// Notes that nothing is left to do, and that workers are told so.
    package mutating func sayFarewell(at now: Instant) {
        farewellDeadline = now + CoordinationLimits.farewell
    }

    /// Leaves once everybody has gone who has to hear that nothing is left to do.
    ///
    /// A worker's socket drops what it has not read yet when the connection goes (libzmq does so
    /// under `ZMQ_IMMEDIATE`), so a coordinator that left at once would keep workers waiting.
    package mutating func leaveIfAlone(workers: Int, at now: Instant) {
        guard let farewellDeadline, reason == nil else { return }
        if workers == 0 || farewellDeadline <= now {
            reason = drainDeadline == nil ? .finished : .drained
        }
    }
}
