/// A request of the rest of the process to its coordinator.
package enum TurnRequest: Hashable, Sendable {
    /// Continue.
    case proceed
    /// Propose no more trials for the search; certify and finish.
    case spendNoMore
    /// Stop now.
    case stop(StopReason)
}
