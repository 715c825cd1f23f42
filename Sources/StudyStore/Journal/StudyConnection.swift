internal import GRDB
internal import Glibc
internal import Studies
internal import Trials

/// What the writer and the readers of a study file do alike.
enum StudyConnection {
    /// Opens a connection.
    static func open(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        // A reader that takes a snapshot, or a checkpoint, holds others up for moments only.
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // The log is synced at each commit, so that a report may be acknowledged.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // Each checkpoint syncs two files, so it should come seldom (pages of 4 KiB).
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            // Files come from elsewhere: their schema must not run what it likes.
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        try requireFile(path)
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Refuses a pipe, a device or a folder, which SQLite takes for a disk that fails.
    private static func requireFile(_ path: String) throws(StudyStoreError) {
        var status = stat()
        guard unsafe stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
            throw .notAStudy(path: path)
        }
    }

    /// Refuses a file whose pages do not fit together.
    static func checkPages(of database: Database, path: String) throws {
        let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
        guard answer == "ok" else {
            throw StudyStoreError.corrupted(path: path, sequence: nil, reason: answer ?? "")
        }
    }

    /// Reads the events behind one of them, in order.
    static func events(
        in database: Database,
        after sequence: Int,
        path: String
    ) throws -> [StudyEvent] {
        let rows = try EventSelection(from: database, behind: sequence)
        let latest = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM event") ?? 0
        var codec = try codec(in: database, behind: sequence)
        var events: [StudyEvent] = []
        // A number that damage has made large must not ask for memory.
        events.reserveCapacity(min(max(0, latest - sequence), 10_000_000))
        while let row = try rows.next() {
            let expected = sequence + events.count + 1
            let found = row.sequence
            guard found == expected else {
                throw StudyStoreError.corrupted(
                    path: path,
                    sequence: expected,
                    reason: "event \(found) follows instead"
                )
            }
            do {
                events.append(try event(in: row, by: &codec, path: path))
            } catch let error as DecodingError {
                throw StudyStoreError.corrupted(
                    path: path,
                    sequence: found,
                    reason: "it cannot be read: \(error)"
                )
            }
        }
        return events
    }

    /// The codec of the events behind one of them: it knows the study's definition, which is the
    /// first event.
    ///
    /// Where that one cannot be read, reading it later tells what is wrong.
    static func codec(in database: Database, behind sequence: Int) throws -> EventCodec {
        var codec = EventCodec()
        guard sequence > 0,
            let body = try String.fetchOne(
                database, sql: "SELECT body FROM event WHERE sequence = 1")
        else { return codec }
        _ = try? codec.event(from: Array(body.utf8))
        return codec
    }

    /// Reads one event, and makes sure that it is what was written.
    private static func event(
        in row: StoredEvent, by codec: inout EventCodec, path: String
    ) throws -> StudyEvent {
        if let checksum = row.checksum,
            !EventChecksum.matches(checksum, row.body, sequence: row.sequence)
        {
            throw StudyStoreError.corrupted(
                path: path, sequence: row.sequence, reason: "its text is not what was written")
        }
        let event = try codec.event(from: row.body)
        guard row.kind == event.kind else {
            throw StudyStoreError.corrupted(
                path: path, sequence: row.sequence,
                reason: "its kind is \(row.kind), expected \(event.kind)")
        }
        return event
    }

    /// Reads the checks that are recorded of the report of a trial, which hold them itself up to
    /// format 3.
    static func curve(of trial: TrialID, in database: Database, path: String) throws
        -> [GrowthPoint]
    {
        guard
            let row = try Row.fetchOne(
                database,
                sql: "SELECT sequence, body FROM event WHERE kind = 'reported' AND trial = ?",
                arguments: [trial.rawValue])
        else { return [] }
        let sequence: Int = row[0]
        guard let apart = try detachedCurve(of: sequence, in: database, path: path) else {
            var codec = EventCodec()
            let body: String = row[1]
            guard case .reported(_, _, _, let report) = try codec.event(from: Array(body.utf8))
            else { return [] }
            return report.curve
        }
        return apart
    }

    private static func detachedCurve(
        of sequence: Int, in database: Database, path: String
    ) throws -> [GrowthPoint]? {
        guard try StudySchema.version(of: database) >= StudySchema.curveVersion,
            let row = try Row.fetchOne(
                database, sql: "SELECT checks, checksum FROM curve WHERE sequence = ?",
                arguments: [sequence])
        else { return nil }
        let text = Array((row[0] as String).utf8)
        guard row[1] == EventChecksum.of(text, sequence: sequence),
            let curve = try? CurveText.read(text)
        else {
            throw StudyStoreError.corrupted(
                path: path, sequence: nil,
                reason: "the curve of event \(sequence) is not what was written")
        }
        return curve
    }

    /// Reads where the study came from.
    static func source(_ key: String, in database: Database) throws -> String? {
        try String.fetchOne(
            database,
            sql: "SELECT value FROM source WHERE key = ?",
            arguments: [key]
        )
    }
}
