import Coordination
import CoordinatorProcess
import OperatingSystem
import StudyStore

/// How long it takes to take a study up again, from its file to a coordinator that can work.
package struct RestartTime: Encodable, Sendable {
    package let events: Int
    /// Opening the file, and making sure that its pages are whole (s).
    package let opening: Double
    /// Reading the events (s).
    package let reading: Double
    /// Folding them, and rebuilding the strategy (s).
    package let replaying: Double

    /// Processor time of all of it (s).
    package let processorSeconds: Double

    /// Takes a study up, and lets it go again.
    package init(of path: String) throws {
        let (began, used) = (SystemClock.seconds(), SystemClock.threadSeconds())
        let journal = try StudyJournal.open(at: path)
        let opened = SystemClock.seconds()
        let events = try journal.events()
        let read = SystemClock.seconds()
        _ = try Coordinator(resuming: events, of: path, CoordinatorSettings())
        self.events = events.count
        opening = opened - began
        reading = read - opened
        replaying = SystemClock.seconds() - read
        processorSeconds = SystemClock.threadSeconds() - used
    }
}
