internal import GRDB
internal import Glibc
package import Studies
package import Trials

/// Looks at a study file, also while a journal writes it; it never changes what is in it.
///
/// Each call sees the events that were durable when it began.
package final class StudyReader: Sendable {
    /// Where the study is.
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

    /// Tells whether this user may write where the study is.
    ///
    /// SQLite makes files of its own beside the study, also for who only reads; a connection that
    /// may write takes them away again when it is the last one.
    private static func mayTidyUp(_ path: String) -> Bool {
        let end = path.lastIndex(of: "/")
        let folder = end.map { String(path[...$0]) } ?? "."
        return unsafe access(path, W_OK) == 0 && access(folder, W_OK) == 0
    }

    /// Reads the events behind the given number of them, in order; all of them by default.
    ///
    /// - Throws: `corrupted` with the first event that cannot be read, `storageFailure`.
    package func events(after count: Int = 0) throws(StudyStoreError) -> [StudyEvent] {
        try StudyStoreError.typed(path: path) {
            try queue.read { try StudyConnection.events(in: $0, after: count, path: path) }
        }
    }

    /// Reads the checks that are recorded of a trial's report, in order; nothing without a report.
    ///
    /// - Throws: `corrupted` where they cannot be read, `storageFailure`.
    package func curve(of trial: TrialID) throws(StudyStoreError) -> [GrowthPoint] {
        try StudyStoreError.typed(path: path) {
            try queue.read { try StudyConnection.curve(of: trial, in: $0, path: path) }
        }
    }

    /// What the process that writes the study tells besides the events; nothing where none does.
    package func writerNote() -> WriterNote? {
        WriterLock.note(study: path)
    }

    /// Tells where the study came from.
    package func source(_ key: String) throws(StudyStoreError) -> String? {
        try StudyStoreError.typed(path: path) {
            try queue.read { try StudyConnection.source(key, in: $0) }
        }
    }
}
