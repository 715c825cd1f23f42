package import Studies
package import StudyStore
package import Trials

/// What those read of a study who do not work on it.
extension LoadedStudy {
    /// Folds the events of a file.
    package static func replay(
        _ events: [StudyEvent], _ path: String
    ) throws(StudyOpeningError) -> StudyState {
        do throws(JournalError) {
            return try StudyState(replaying: events)
        } catch {
            throw .damaged(path: path, error: error)
        }
    }

    /// Folds the events of a file, and keeps trials whole.
    ///
    /// - Parameter isWanted: which trials, by schedule; all by default.
    package static func history(
        of reader: StudyReader, keeping isWanted: (GrowthSchedule) -> Bool = { _ in true }
    ) throws -> StudyHistory {
        let events = try reader.events()
        do throws(JournalError) {
            return try StudyHistory(replaying: events, keeping: isWanted)
        } catch {
            throw StudyOpeningError.damaged(path: reader.path, error: error)
        }
    }

    /// Folds the events of a file, and keeps the trials of its best schedule whole.
    package static func historyOfBest(in reader: StudyReader) throws -> StudyHistory {
        let best = try replay(reader.events(), reader.path).incumbent?.schedule
        return try history(of: reader) { $0 == best }
    }
}
