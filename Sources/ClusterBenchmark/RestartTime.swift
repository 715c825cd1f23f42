import Coordination
import CoordinatorProcess
import OperatingSystem
import StudyStore

/// How long it takes to reopen a study, from its file to a coordinator that can work.
package struct RestartTime: Encodable, Sendable {
    /// Events in the file.
    package let events: Int
    /// Opening the file and checking that its pages are intact (s).
    package let opening: Double
    /// Reading the events (s).
    package let reading: Double
    /// Replaying the events and rebuilding the strategy (s).
    package let replaying: Double

    /// Processor time of all steps (s).
    package let processorSeconds: Double

    /// Opens a study and closes it again.
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
