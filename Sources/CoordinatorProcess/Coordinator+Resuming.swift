package import Coordination
import OperatingSystem
package import Studies
package import StudyFiles

extension Coordinator {
    /// Makes the coordinator of the study in a file.
    package init(
        resuming events: [StudyEvent], of path: String, _ settings: CoordinatorSettings
    ) throws(StudyOpeningError) {
        do throws(JournalError) {
            self = try Coordinator(replaying: events, settings: settings, at: SystemClock.now())
        } catch {
            throw .damaged(path: path, error: error)
        }
    }
}
