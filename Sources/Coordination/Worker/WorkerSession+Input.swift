package import Trials
package import WireProtocol

extension WorkerSession {
    /// Something that happened outside.
    package enum Input: Hashable, Sendable {
        /// A message arrived.
        case received(CoordinatorMessage)
        /// A training passed a check.
        case advanced(Attempt, GrowthPoint)
        /// A training ended.
        case trained(Attempt, TrainingReport)
        /// A dataset arrived completely and is ready for training.
        case loaded(DatasetDigest)
        /// A dataset arrived, but its digest is wrong.
        case unloadable(DatasetDigest, reason: String)
        /// The time of `nextDeadline` was reached.
        case deadlineReached
        /// The worker must finish its trainings and leave.
        case drainRequested
        /// The worker must leave now, even while it trains.
        case leaveRequested
        /// A training exceeded a limit; its process must end.
        case overran(Attempt, TrialGuard, reason: String)
    }

    /// Something to do outside, in the given order.
    package enum Directive: Hashable, Sendable {
        /// Send a message; if that is impossible now, drop it.
        case send(WorkerMessage)
        /// Check and decode a dataset; answer with `loaded` or `unloadable`.
        case load(DatasetDigest, bytes: [UInt8])
        /// Start training.
        case train(Attempt, TrainingTask)
        /// Stop a training and drop its result.
        case abort(Attempt)
        /// Lower the cap of a training.
        case cap(Attempt, Int)
        /// Enforce these limits for all trainings from now on.
        case watch(TrialGuards)
        /// Show a text to the user.
        case note(String)
        /// End the process.
        case leave
    }
}
