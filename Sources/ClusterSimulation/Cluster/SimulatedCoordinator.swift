import Coordination
import Studies

/// A coordinator's process: the real coordinator, and the state that `CoordinatorNode` adds to it.
struct SimulatedCoordinator {
    var coordinator: Coordinator
    var clock: SkewedClock
    /// The number of its process.
    var process = 0
    var isRunning = false
    /// Whether a transaction is under way; then no input is handled.
    var isCommitting = false
    /// Inputs that have arrived and were not handled yet.
    var inbox: [Coordinator.Input] = []
    /// Directives to carry out once the events among them are durable.
    var pending: [Coordinator.Directive] = []
    var wakesAt: VirtualTime?
    /// Until when the process is frozen.
    var stalledUntil = VirtualTime.zero
    /// Whether the process was asked to stop.
    var isDraining = false
    /// Whether the study must spend no more of its budget.
    var isThrifty = false

    /// The events that are not durable yet.
    var uncommitted: [StudyEvent] {
        pending.compactMap { directive in
            if case .record(let event) = directive { event } else { nil }
        }
    }

    /// Ends the process; everything that was not durable is lost.
    mutating func end() {
        process += 1
        isRunning = false
        isCommitting = false
        inbox.removeAll()
        pending.removeAll()
        wakesAt = nil
        stalledUntil = .zero
        isDraining = false
    }
}
