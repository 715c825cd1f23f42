package import Trials
package import ZeroMQ

/// The settings of a worker process.
package struct WorkerSettings: Sendable {
    /// The endpoint of the coordinator.
    package let endpoint: String
    /// The worker's keys and the coordinator's public key; `nil` for a coordinator without keys.
    package let keys: ClientKeys?
    /// The worker's name; it is unique in a study.
    package let worker: WorkerID
    /// Number of trainings at once.
    package let slots: Int
    /// The parent process, if the worker must leave when that is gone; otherwise `nil`.
    package let parent: Int32?
    /// How long trainings may continue after the worker was asked to leave.
    package let grace: Duration
    /// How long it waits for a coordinator that does not answer.
    package let giveUpAfter: Duration

    /// Sets what a worker is and where it goes.
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
