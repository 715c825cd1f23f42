package import Trials

/// An attempt that a worker holds, and how far it has come.
package struct AttemptProgress: Hashable, Codable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// The attempt.
    package let attempt: AttemptNumber
    /// The latest check; nothing while the attempt waits its turn, or once its report is ready.
    package let point: GrowthPoint?

    /// Notes how far an attempt is.
    package init(trial: TrialID, attempt: AttemptNumber, point: GrowthPoint? = nil) {
        self.trial = trial
        self.attempt = attempt
        self.point = point
    }
}

/// Why a worker gives a lease back.
package enum ReleaseCause: String, CaseIterable, Hashable, Codable, Sendable {
    /// It cannot run the task at all.
    case refused
    /// It leaves, and takes no lease any more until it says hello again.
    case returned
    /// The training took more memory than a trial may.
    case memory
    /// The training took longer than a trial may.
    case time
    /// The training passed no check for too long.
    case stall
}

/// What a worker says to the coordinator.
package enum WorkerMessage: Hashable, Sendable {
    /// Introduces a worker, at first and whenever it is asked to: its name, a number that is new
    /// in every process, how many leases it takes at once, and what it already holds.
    case hello(worker: WorkerID, incarnation: Int, capacity: Int, holding: [AttemptProgress])
    /// Renews the leases that are named, and no others.
    case progress(holding: [AttemptProgress])
    /// Delivers a report; repeated until it is acknowledged.
    case report(trial: TrialID, attempt: AttemptNumber, report: TrainingReport)
    /// Gives a lease back without a report, and says why in words.
    case release(
        trial: TrialID, attempt: AttemptNumber, reason: String, cause: ReleaseCause = .refused)
    /// Asks for a part of a dataset's canonical bytes.
    case fetch(dataset: DatasetDigest, offset: Int)
    /// Leaves; what it holds is free for others.
    case goodbye
}

/// What the coordinator says to a worker.
package enum CoordinatorMessage: Hashable, Sendable {
    /// Admits a worker; it should renew its leases at this interval (milliseconds), and watch over
    /// its trainings.
    case welcome(study: String, renewalInterval: Int, guards: TrialGuards = .unguarded)
    /// Asks a peer that the coordinator does not know to introduce itself.
    case identify
    /// Gives a worker the right to an attempt.
    case lease(trial: TrialID, attempt: AttemptNumber, task: TrainingTask)
    /// Says that a report is durable (or not needed), so that the worker may forget it.
    case acknowledge(trial: TrialID, attempt: AttemptNumber)
    /// Says that an attempt no longer matters; the worker drops it.
    case revoke(trial: TrialID, attempt: AttemptNumber)
    /// Lowers the cap of an attempt; a worker that is beyond it already stops there.
    case cap(trial: TrialID, attempt: AttemptNumber, cap: Int)
    /// Delivers a part of a dataset; the bytes travel in a second frame.
    case chunk(dataset: DatasetDigest, offset: Int, total: Int, bytes: [UInt8])
    /// Asks a worker to finish what it runs and leave.
    case drain
    /// Says that the study is over; the worker leaves.
    case finished
    /// Says that a message was not accepted, and why.
    case refused(reason: String)
}
