internal import GRDB
internal import Glibc
package import Studies
internal import Trials

/// The only writer of a study file: events are added at the end, and are durable when `append`
/// returns.
///
/// The file is an SQLite database with a write-ahead log; it can be read while it is written. A
/// lock keeps other writers out as long as the journal lives. A journal belongs to one thread.
package final class StudyJournal {
    /// The path of the study.
    package let path: String
    private let queue: DatabaseQueue
    private let lock: WriterLock
    private var count: Int
    private var codec: EventCodec
    private var time = EventTime()

    /// Creates a study in a new file that only its owner can read.
    ///
    /// - Throws: `alreadyExists`, `inUse`, `inaccessible`, `diskFull`, `storageFailure`.
    package static func create(at path: String) throws(StudyStoreError) -> StudyJournal {
        let lock = try WriterLock(study: path)
        try Self.createFile(at: path)
        return try StudyStoreError.typed(path: path) {
            let queue = try StudyConnection.open(path, readOnly: false)
            try queue.inDatabase { database in
                // The tables are created before the file has a log: after a crash it has either no
                // tables, which counts as no study, or all of them.
                try database.inTransaction {
                    try StudySchema.create(in: database)
                    return .commit
                }
            }
            return try StudyJournal(path: path, queue: queue, lock: lock)
        }
    }

    /// Continues a study after checking that the file is intact.
    ///
    /// - Throws: every case except `alreadyExists`.
    /// - Complexity: O(size of the file).
    package static func open(at path: String) throws(StudyStoreError) -> StudyJournal {
        guard unsafe access(path, F_OK) == 0 else { throw .missing(path: path) }
        guard unsafe access(path, R_OK | W_OK) == 0 else { throw .lastCall(on: path) }
        let lock = try WriterLock(study: path)
        return try StudyStoreError.typed(path: path) {
            let queue = try StudyConnection.open(path, readOnly: false)
            try queue.inDatabase { database in
                try StudySchema.check(database, path: path)
                try StudyConnection.checkPages(of: database, path: path)
                try database.inTransaction {
                    try StudySchema.update(database)
                    return .commit
                }
            }
            return try StudyJournal(path: path, queue: queue, lock: lock)
        }
    }

    private init(path: String, queue: DatabaseQueue, lock: WriterLock) throws {
        self.path = path
        self.queue = queue
        self.lock = lock
        (count, codec) = try queue.inDatabase { database in
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            let count = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM event") ?? 0
            return (count, try StudyConnection.codec(in: database, behind: count))
        }
    }

    /// Adds events at the end, all or none of them; after it returns they survive a power failure.
    ///
    /// - Parameters:
    ///   - events: the events, in order.
    ///   - milliseconds: their time (Unix time, ms).
    /// - Throws: `diskFull`, `inUse` while another connection holds the file, `storageFailure`;
    ///   then no event was added.
    package func append(
        _ events: [StudyEvent],
        at milliseconds: Int
    ) throws(StudyStoreError) {
        try append(written: entries(for: events), at: milliseconds)
    }

    /// Encodes events that will be added next.
    ///
    /// - Precondition: all their numbers are finite.
    package func entries(for events: [StudyEvent]) -> [JournalEntry] {
        events.map { JournalEntry($0, by: &codec) }
    }

    /// Adds events that were already encoded, all or none of them, like the other `append`.
    package func append(
        written entries: [JournalEntry],
        at milliseconds: Int
    ) throws(StudyStoreError) {
        guard !entries.isEmpty else { return }
        try StudyStoreError.typed(path: path) {
            try queue.write { database in
                let insertion = try EventInsertion(
                    into: database, at: time.text(of: milliseconds, in: database))
                for (offset, entry) in entries.enumerated() {
                    try insertion.add(entry, sequence: count + offset + 1)
                }
                // Views have the values of the study's definition.
                if count == 0 { try StudyViews.create(in: database) }
            }
        }
        count += entries.count
    }

    /// Reads every event, in order.
    ///
    /// - Throws: `corrupted` with the first event that cannot be read, `storageFailure`.
    package func events() throws(StudyStoreError) -> [StudyEvent] {
        try StudyStoreError.typed(path: path) {
            try queue.read { try StudyConnection.events(in: $0, after: 0, path: path) }
        }
    }

    /// Publishes the state of the writer for readers of the study.
    package func announce(_ note: WriterNote) {
        lock.announce(note)
    }

    /// Records the origin of the study, for example the path of its config; no event depends on it.
    package func setSource(_ key: String, to value: String) throws(StudyStoreError) {
        try StudyStoreError.typed(path: path) {
            try queue.write { database in
                try database.execute(
                    sql: "INSERT OR REPLACE INTO source (key, value) VALUES (?, ?)",
                    arguments: [key, value]
                )
            }
        }
    }

    /// The origin of the study.
    package func source(_ key: String) throws(StudyStoreError) -> String? {
        try StudyStoreError.typed(path: path) {
            try queue.read { try StudyConnection.source(key, in: $0) }
        }
    }

    private static func createFile(at path: String) throws(StudyStoreError) {
        let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            return
        }
        guard errno == EEXIST else { throw .lastCall(on: path) }
        var status = stat()
        let isUnbegun = unsafe stat(path, &status) == 0 && status.st_size == 0
        guard isUnbegun else { throw .alreadyExists(path: path) }
    }
}
