package import Trials
package import ZeroMQ

/// How a worker process is set up.
package struct WorkerSettings: Sendable {
    /// Where the coordinator is.
    package let endpoint: String
    /// Who the worker is and whom it believes; nothing for a coordinator without keys.
    package let keys: ClientKeys?
    /// The worker's name; no two workers of a study share one.
    package let worker: WorkerID
    /// Trainings at once.
    package let slots: Int
    /// The process that started it, where it leaves as soon as that one is gone.
    package let parent: Int32?
    /// How long trainings may still run once it is asked to leave.
    package let grace: Duration
    /// How long it waits for a coordinator that is not there.
    package let giveUpAfter: Duration

    package init(
        endpoint: String, keys: ClientKeys? = nil, worker: WorkerID, slots: Int,
        parent: Int32?, waiting times: WorkerTimes
    ) {
        self.endpoint = endpoint
        self.keys = keys
        self.worker = worker
        self.slots = slots
        self.parent = parent
        grace = times.grace
        giveUpAfter = times.giveUpAfter
    }
}
