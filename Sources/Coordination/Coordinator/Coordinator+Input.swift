package import Studies
package import Trials
package import WireProtocol

extension Coordinator {
    /// Something that happened outside.
    package enum Input: Hashable, Sendable {
        /// A message arrived.
        case received(WorkerMessage, from: PeerID)
        /// Bytes arrived that are not a message.
        case garbled(reason: String, from: PeerID)
        /// A message could not be delivered.
        case unreachable(PeerID)
        /// The time of `nextDeadline` was reached.
        case deadlineReached
        /// The study has a new budget.
        case budgeted(StudyBudget)
        /// The user wants to stop: running trials may end, but no new ones begin.
        case drainRequested
    }

    /// Something to do outside, in the given order.
    ///
    /// A `record` must be durable before any later directive is carried out.
    package enum Directive: Hashable, Sendable {
        /// Write an event to the journal.
        case record(StudyEvent)
        /// Send a message.
        case send(CoordinatorMessage, to: PeerID)
        /// Send the part of a dataset that begins at an offset.
        case sendChunk(of: DatasetDigest, offset: Int, to: PeerID)
        /// Show a notice to the user.
        case note(Notice)
        /// Stop: the study is finished, or drained.
        case finish
    }

    /// A notice for the user that is not in the journal.
    package enum Notice: Hashable, Sendable {
        case joined(WorkerID, capacity: Int)
        case left(WorkerID)
        case garbled(reason: String)
        case released(TrialID, WorkerID, reason: String)
        case lost(Attempt, WorkerID, LossReason)
        case abandoned(TrialID, LossReason)
        case disputed(TrialID, WorkerID, settledBy: WorkerID)
        case suspended(WorkerID, losses: Int)
    }
}
