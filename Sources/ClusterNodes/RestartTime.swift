import Coordination
import Studies
import StudyStore

/// How long it takes to take a study up again, from its file to a coordinator that has work to give.
package struct RestartTime: Encodable, Sendable {
    package let events: Int
    /// Opening the file, and making sure that its pages are whole (s).
    package let opening: Double
    /// Reading the events, folding them, and rebuilding the strategy (s).
    package let replaying: Double

    /// Takes a study up, and lets it go again.
    package init(of path: String) throws {
        let began = SystemClock.seconds()
        let journal = try StudyJournal.open(at: path)
        let opened = SystemClock.seconds()
        let events = try journal.events()
        let state = try LoadedStudy.replay(events, path)
        let coordinator = try Coordinator(replaying: events, at: SystemClock.now())
        precondition(coordinator.study == state, "a study that was replayed twice differs")
        self.events = events.count
        opening = opened - began
        replaying = SystemClock.seconds() - opened
    }
}
