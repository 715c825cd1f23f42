package import Studies
package import StudyStore
package import Trials

/// A study as its file records it, for commands that only read it.
package struct RecordedStudy {
    /// The key under which a study's file stores the path of its config.
    package static let configKey = "config"

    private let reader: StudyReader

    /// Opens a file; a coordinator may be writing to it at the same time.
    package init(at path: String) throws(StudyStoreError) {
        reader = try StudyReader(at: path)
    }

    /// Reads an open file.
    package init(_ reader: StudyReader) {
        self.reader = reader
    }

    /// Replays the events of the file.
    package func state() throws -> StudyState {
        let folded = try reader.folding { events throws(JournalError) in
            try StudyState(replaying: events)
        }
        return try intact(folded)
    }

    /// Replays events that were read from the file at a path.
    package static func state(
        folding events: [StudyEvent], of path: String
    ) throws(StudyOpeningError) -> StudyState {
        do throws(JournalError) {
            return try StudyState(replaying: events)
        } catch {
            throw .damaged(path: path, error: error)
        }
    }

    /// Replays the events of the file, and keeps the complete records of trials.
    ///
    /// - Parameter isWanted: whether to keep the trials of a schedule; by default all are kept.
    package func history(
        keeping isWanted: (GrowthSchedule) -> Bool = { _ in true }
    ) throws -> StudyHistory {
        let folded = try reader.folding { events throws(JournalError) in
            try StudyHistory(replaying: events, keeping: isWanted)
        }
        return try intact(folded)
    }

    private func intact<Folded>(
        _ folded: Result<Folded, JournalError>
    ) throws(StudyOpeningError) -> Folded {
        do throws(JournalError) {
            return try folded.get()
        } catch {
            throw .damaged(path: reader.path, error: error)
        }
    }

    /// Replays the events of the file, and keeps the complete records of its best schedule's
    /// trials.
    package func historyOfBest() throws -> StudyHistory {
        let best = try state().best?.schedule
        return try history { $0 == best }
    }
}
