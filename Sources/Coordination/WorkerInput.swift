package import Trials
package import WireProtocol

extension WorkerSession {
    /// Something that happened outside.
    package enum Input: Hashable, Sendable {
        /// A message arrived.
        case received(CoordinatorMessage)
        /// A training passed a check.
        case advanced(TrialID, AttemptNumber, GrowthPoint)
        /// A training ended.
        case trained(TrialID, AttemptNumber, TrainingReport)
        /// A dataset arrived whole and is ready for training.
        case loaded(DatasetDigest)
        /// A dataset arrived, and is not what its name says.
        case unloadable(DatasetDigest, reason: String)
        /// The time of `nextDeadline` has come.
        case deadlineReached
        /// The worker is to finish what it trains and leave.
        case drainRequested
        /// The worker is to leave now, whatever it trains.
        case leaveRequested
        /// A training took more than a trial may; its process has to end.
        case overran(TrialID, AttemptNumber, ReleaseCause, reason: String)
    }

    /// Something to be done outside, in the order given.
    package enum Directive: Hashable, Sendable {
        /// Send a message; where that is impossible now, forget it.
        case send(WorkerMessage)
        /// Check and decode a dataset; answer with `loaded` or `unloadable`.
        case load(DatasetDigest, bytes: [UInt8])
        /// Start training.
        case train(TrialID, AttemptNumber, TrainingTask)
        /// Stop a training and forget it.
        case abort(TrialID, AttemptNumber)
        /// Lower the cap of a training.
        case cap(TrialID, AttemptNumber, Int)
        /// Watch over all trainings from now on.
        case watch(TrialGuards)
        /// Tell the person who watches.
        case note(String)
        /// End the process.
        case leave
    }
}
