/// What the rest of the process wants of its coordinator.
package enum TurnRequest: Hashable, Sendable {
    /// Go on.
    case proceed
    /// Propose no more trials for the search; certify and finish.
    case spendNoMore
    /// Stop now.
    case stop(StopReason)
}
