internal import FoundationEssentials
internal import GRDB
internal import Studies

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
        return try DatabaseQueue(path: path, configuration: configuration)
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
        let hasChecksums = try StudySchema.version(of: database) >= StudySchema.checksumVersion
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT sequence, body, kind, \(hasChecksums ? "checksum" : "NULL") FROM event
                WHERE sequence > ? ORDER BY sequence
                """,
            arguments: [sequence]
        )
        var events: [StudyEvent] = []
        while let row = try rows.next() {
            let expected = sequence + events.count + 1
            let found: Int = row[0]
            guard found == expected else {
                throw StudyStoreError.corrupted(
                    path: path,
                    sequence: expected,
                    reason: "event \(found) follows instead"
                )
            }
            do {
                events.append(try event(in: row, path: path))
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

    /// Reads one event, and makes sure that it is what was written.
    private static func event(in row: Row, path: String) throws -> StudyEvent {
        let sequence: Int = row[0]
        let body = try row.withUnsafeData(atIndex: 1) { [UInt8]($0 ?? Data()) }
        // Events that were written in an older format have none.
        let checksum: Int64? = row[3]
        if let checksum, checksum != EventChecksum.of(body, sequence: sequence) {
            throw StudyStoreError.corrupted(
                path: path, sequence: sequence, reason: "its text is not what was written")
        }
        let event = try EventCodec.event(from: body)
        guard row[2] == event.kind else {
            throw StudyStoreError.corrupted(
                path: path, sequence: sequence,
                reason: "its kind is \(row[2] as String), expected \(event.kind)")
        }
        return event
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
