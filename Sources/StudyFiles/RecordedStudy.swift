package import Studies
package import StudyStore
package import Trials

/// A study as its file records it, for those who read it and do not work on it.
package struct RecordedStudy {
    /// Under which key a study's file says where its config was.
    package static let configKey = "config"

    private let reader: StudyReader

    /// Opens a file; a coordinator may be writing it meanwhile.
    package init(at path: String) throws(StudyStoreError) {
        reader = try StudyReader(at: path)
    }

    /// Reads an open file.
    package init(_ reader: StudyReader) {
        self.reader = reader
    }

    /// Folds the events of the file.
    package func state() throws -> StudyState {
        try Self.state(folding: reader.events(), of: reader.path)
    }

    /// Folds events that were read from the file at a path.
    package static func state(
        folding events: [StudyEvent], of path: String
    ) throws(StudyOpeningError) -> StudyState {
        do throws(JournalError) {
            return try StudyState(replaying: events)
        } catch {
            throw .damaged(path: path, error: error)
        }
    }

    /// Folds the events of the file, and keeps trials whole.
    ///
    /// - Parameter isWanted: which trials, by schedule; all by default.
    package func history(
        keeping isWanted: (GrowthSchedule) -> Bool = { _ in true }
    ) throws -> StudyHistory {
        let events = try reader.events()
        do throws(JournalError) {
            return try StudyHistory(replaying: events, keeping: isWanted)
        } catch {
            throw StudyOpeningError.damaged(path: reader.path, error: error)
        }
    }

    /// Folds the events of the file, and keeps the trials of its best schedule whole.
    package func historyOfBest() throws -> StudyHistory {
        let best = try state().best?.schedule
        return try history { $0 == best }
    }
}
