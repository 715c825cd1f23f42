import Coordination
import Studies

/// A coordinator's process: the real coordinator, and what `CoordinatorNode` keeps beside it.
struct SimulatedCoordinator {
    var coordinator: Coordinator
    var clock: SkewedClock
    /// The number of its process.
    var process = 0
    var isRunning = false
    /// Whether a transaction is under way; then nothing is taken in.
    var isCommitting = false
    /// What has arrived and was not taken in yet.
    var inbox: [Coordinator.Input] = []
    /// What is to be carried out once the events in it are durable.
    var pending: [Coordinator.Directive] = []
    var wakesAt: VirtualTime?
    /// Until when the process stands still.
    var stalledUntil = VirtualTime.zero
    /// Whether the process was asked to stop.
    var isDraining = false
    /// Whether the study is to spend no more.
    var isThrifty = false

    /// The events that are not durable yet.
    var uncommitted: [StudyEvent] {
        pending.compactMap { directive in
            if case .record(let event) = directive { event } else { nil }
        }
    }

    /// Ends the process; what was not durable is gone.
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
