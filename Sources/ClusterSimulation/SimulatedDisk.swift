import Randomness
import Studies

/// What the coordinator's journal stands on: commits take time, and fail while the disk is full.
struct SimulatedDisk {
    /// The events that outlive a crash, in order.
    private(set) var events: [StudyEvent]
    /// Until when commits take long.
    var slowUntil = VirtualTime.zero
    /// Until when commits fail.
    var fullUntil = VirtualTime.zero

    init(events: [StudyEvent]) {
        self.events = events
    }

    /// How long the transaction takes that begins now.
    func commitTime(at now: VirtualTime, _ dice: inout PhiloxGenerator) -> TimeSpan {
        now < slowUntil
            ? dice.span(.milliseconds(20), .seconds(3))
            : dice.span(.microseconds(200), .milliseconds(4))
    }

    /// Makes events durable, all of them or none; tells whether it could.
    mutating func commit(_ added: [StudyEvent], at now: VirtualTime) -> Bool {
        guard fullUntil <= now else { return false }
        events += added
        return true
    }

    /// Loses what was committed last, as only a planted bug does.
    mutating func forgetLast() {
        if events.count > 2 { events.removeLast() }
    }

    /// Ends what is wrong with the disk.
    mutating func heal() {
        slowUntil = .zero
        fullUntil = .zero
    }
}
