/// A request of the rest of the process to its coordinator.
package enum TurnRequest: Hashable, Sendable {
    /// Continue.
    case proceed
    /// Propose no more trials for the search; certify with at most this many trainings, those
    /// that were proposed included, and finish.
    case spendNoMore(certifications: Int)
    /// Stop now.
    case stop(StopReason)
}
