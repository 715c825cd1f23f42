internal import GRDB
internal import Glibc
internal import Studies
internal import Trials

/// Code that the writer and the readers of a study file share.
enum StudyConnection {
    /// Opens a connection.
    static func open(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        // A snapshot of a reader, or a checkpoint, blocks others only for moments.
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // The log is synced at each commit, so that a report can be acknowledged.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // Each checkpoint syncs two files, so checkpoints should be rare (pages of 4 KiB).
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            // A file may come from another person: its schema must not run arbitrary code.
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        try requireFile(path)
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Refuses a pipe, a device or a folder, for which SQLite would report a disk failure.
    private static func requireFile(_ path: String) throws(StudyStoreError) {
        var status = stat()
        guard unsafe stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
            throw .notAStudy(path: path)
        }
    }

    /// Rejects a file with inconsistent pages.
    static func checkPages(of database: Database, path: String) throws {
        let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
        guard answer == "ok" else {
            throw StudyStoreError.corrupted(path: path, sequence: nil, reason: answer ?? "")
        }
    }

    /// Reads the events after one of them, in order.
    static func events(
        in database: Database,
        after sequence: Int,
        path: String
    ) throws -> [StudyEvent] {
        let cursor = try EventCursor(in: database, after: sequence, path: path)
        let latest = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM event") ?? 0
        var events: [StudyEvent] = []
        // A number that damage has made large must not cause a large allocation.
        events.reserveCapacity(min(max(0, latest - sequence), 10_000_000))
        while let event = cursor.next() { events.append(event) }
        if let failure = cursor.failure { throw failure }
        return events
    }

    /// The codec for the events after one of them; it has read the study's definition, the first
    /// event.
    ///
    /// If the definition cannot be read, the error is reported when it is read later.
    static func codec(in database: Database, behind sequence: Int) throws -> EventCodec {
        var codec = EventCodec()
        guard sequence > 0,
            let body = try String.fetchOne(
                database, sql: "SELECT body FROM event WHERE sequence = 1")
        else { return codec }
        _ = try? codec.event(from: Array(body.utf8))
        return codec
    }

    /// Reads the recorded checks of a trial's report; up to format 3 the report itself has them.
    static func curve(of trial: TrialID, in database: Database, path: String) throws
        -> [GrowthPoint]
    {
        let reports =
            try StudySchema.hasReports(database)
            ? "event JOIN report USING (sequence, trial) WHERE trial = ?"
            : "event WHERE kind = 'reported' AND trial = ?"
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT sequence, body FROM \(reports)",
                arguments: [trial.rawValue])
        else { return [] }
        let sequence: Int = row[0]
        guard let apart = try detachedCurve(of: sequence, in: database, path: path) else {
            var codec = EventCodec()
            let body: String = row[1]
            guard case .reported(_, _, let report) = try codec.event(from: Array(body.utf8))
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

    /// Reads the origin of the study.
    static func source(_ key: String, in database: Database) throws -> String? {
        try String.fetchOne(
            database,
            sql: "SELECT value FROM source WHERE key = ?",
            arguments: [key]
        )
    }
}
