internal import GRDB
internal import Glibc
package import Studies
package import Trials

/// Reads a study file, also while a journal writes it; never changes its content.
///
/// Each call sees the events that were durable when it started.
package final class StudyReader: Sendable {
    /// The path of the study.
    package let path: String
    private let queue: DatabaseQueue

    /// Opens a study.
    ///
    /// - Throws: `missing`, `notAStudy`, `newerFormat`, `inaccessible`, `corrupted`,
    ///   `storageFailure`.
    package init(at path: String) throws(StudyStoreError) {
        guard unsafe access(path, F_OK) == 0 else { throw .missing(path: path) }
        guard unsafe access(path, R_OK) == 0 else { throw .lastCall(on: path) }
        self.path = path
        queue = try StudyStoreError.typed(path: path) {
            let queue = try StudyConnection.open(path, readOnly: !Self.mayTidyUp(path))
            try queue.read { try StudySchema.check($0, path: path) }
            return queue
        }
    }

    /// Tells whether this user may write at the place of the study.
    ///
    /// SQLite creates files beside the study even for readers; only a connection that may write
    /// removes them when it is the last one.
    private static func mayTidyUp(_ path: String) -> Bool {
        let end = path.lastIndex(of: "/")
        let folder = end.map { String(path[...$0]) } ?? "."
        return unsafe access(path, W_OK) == 0 && access(folder, W_OK) == 0
    }

    /// Reads the events after the given number of events, in order; by default all.
    ///
    /// - Throws: `corrupted` with the first event that cannot be read, `storageFailure`.
    package func events(after count: Int = 0) throws(StudyStoreError) -> [StudyEvent] {
        try StudyStoreError.typed(path: path) {
            try queue.read { try StudyConnection.events(in: $0, after: count, path: path) }
        }
    }

    /// Folds all events, in order, without having them all in memory.
    ///
    /// - Returns: the value of the fold, or its error.
    /// - Throws: `corrupted` with the first event that cannot be read, `storageFailure`; what the
    ///   fold made of the events before is lost.
    package func folding<Value, Failure: Error>(
        _ fold: (EventCursor) throws(Failure) -> Value
    ) throws(StudyStoreError) -> Result<Value, Failure> {
        try StudyStoreError.typed(path: path) {
            try queue.read { database in
                let cursor = try EventCursor(in: database, after: 0, path: path)
                let result = Result { () throws(Failure) in try fold(cursor) }
                if let failure = cursor.failure { throw failure }
                return result
            }
        }
    }

    /// Reads the recorded checks of a trial's report, in order; an empty list if there is no
    /// report.
    ///
    /// - Throws: `corrupted` if they cannot be read, `storageFailure`.
    package func curve(of trial: TrialID) throws(StudyStoreError) -> [GrowthPoint] {
        try StudyStoreError.typed(path: path) {
            try queue.read { try StudyConnection.curve(of: trial, in: $0, path: path) }
        }
    }

    /// The note of the process that writes the study; `nil` if there is none.
    package func writerNote() -> WriterNote? {
        WriterLock.note(study: path)
    }

    /// The origin of the study.
    package func source(_ key: String) throws(StudyStoreError) -> String? {
        try StudyStoreError.typed(path: path) {
            try queue.read { try StudyConnection.source(key, in: $0) }
        }
    }
}
