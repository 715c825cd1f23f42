package import Studies
package import Trials
package import WireProtocol

extension Coordinator {
    /// Something that happened outside.
    package enum Input: Hashable, Sendable {
        /// A message arrived.
        case received(WorkerMessage, from: PeerID)
        /// Bytes arrived that are no message.
        case garbled(reason: String, from: PeerID)
        /// A message could not be delivered.
        case unreachable(PeerID)
        /// The time of `nextDeadline` has come.
        case deadlineReached
        /// The study may spend this much from now on.
        case budgeted(StudyBudget)
        /// The user wants to stop: what runs may end, nothing new begins.
        case drainRequested
    }

    /// Something to be done outside, in the order given.
    ///
    /// A `record` must be durable before any directive behind it is carried out.
    package enum Directive: Hashable, Sendable {
        /// Write an event to the journal.
        case record(StudyEvent)
        /// Send a message.
        case send(CoordinatorMessage, to: PeerID)
        /// Send the part of a dataset that begins at an offset.
        case sendChunk(of: DatasetDigest, offset: Int, to: PeerID)
        /// Tell the person who watches.
        case note(Notice)
        /// Stop: the study is finished, or drained.
        case finish
    }

    /// What a person who watches may want to know, and the journal does not hold.
    package enum Notice: Hashable, Sendable {
        case joined(WorkerID, capacity: Int)
        case left(WorkerID)
        case garbled(reason: String)
        case released(TrialID, WorkerID, reason: String)
        case lost(TrialID, AttemptNumber, WorkerID, LossReason)
        case abandoned(TrialID, LossReason)
        case disputed(TrialID, WorkerID, settledBy: WorkerID)
        case suspended(WorkerID, losses: Int)
    }
}
