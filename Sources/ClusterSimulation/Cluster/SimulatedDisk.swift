import Randomness
import Studies

/// The disk that holds the coordinator's journal: commits take time, and fail while it is full.
struct SimulatedDisk {
    /// The durable events, in order.
    private(set) var events: [StudyEvent]
    /// Until when commits are slow.
    var slowUntil = VirtualTime.zero
    /// Until when commits fail.
    var fullUntil = VirtualTime.zero

    init(events: [StudyEvent]) {
        self.events = events
    }

    /// How long a transaction takes that begins now.
    func commitTime(at now: VirtualTime, _ dice: inout PhiloxGenerator) -> VirtualSpan {
        now < slowUntil
            ? dice.span(.milliseconds(20), .seconds(3))
            : dice.span(.microseconds(200), .milliseconds(4))
    }

    /// Makes all events durable; returns false if the disk is full.
    mutating func commit(_ added: [StudyEvent], at now: VirtualTime) -> Bool {
        guard fullUntil <= now else { return false }
        events += added
        return true
    }

    /// Loses the last event, as only a planted bug does.
    mutating func forgetLast() {
        if events.count > 2 { events.removeLast() }
    }

    /// Ends the faults of the disk.
    mutating func heal() {
        slowUntil = .zero
        fullUntil = .zero
    }
}
