/// The result of a run.
package struct RunOutcome: Hashable, Sendable {
    /// The first broken promise, if any.
    package let violation: Violation?
    /// Number of trials that are over in the journal.
    package let trialsOver: Int
    /// Number of trials that were given up after too many lost attempts.
    package let abandoned: Int
    /// Number of trials that were stopped at a cap.
    package let censored: Int
    /// Number of times that a worker was suspended.
    package let suspensions: Int
    /// Number of processes of the coordinator.
    package let coordinatorProcesses: Int
    /// Number of processes of all workers.
    package let workerProcesses: Int
    /// Number of events that happened.
    package let steps: Int
    /// When the run ended.
    package let end: VirtualTime
    /// A hash of all events: the same for the same setting.
    package let trace: UInt64
}
