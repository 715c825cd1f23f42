internal import GRDB
internal import GRDBSQLite
internal import Trials

/// The statements that add an event and its curve, with values bound by hand.
///
/// It runs three times per trial; GRDB's argument lists copy each text twice and take twice as
/// long.
@safe struct EventInsertion {
    private let statement: OpaquePointer
    private let curveStatement: OpaquePointer
    /// The time of the turn, as text.
    private let time: [UInt8]

    /// Prepares to add the events of one moment (Unix time, ms).
    init(into database: Database, at milliseconds: Int) throws {
        // SQLite computes dates in whole milliseconds, so the text is exact.
        let text = try String.fetchOne(
            database.cachedStatement(
                sql: "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', ? / 1000.0, 'unixepoch')"),
            arguments: [milliseconds])
        time = Array((text ?? "").utf8)
        unsafe statement = try database.cachedStatement(
            sql: """
                INSERT INTO event (sequence, at, kind, trial, body, checksum)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).sqliteStatement
        unsafe curveStatement = try database.cachedStatement(
            sql: "INSERT INTO curve (sequence, checks, checksum) VALUES (?, ?, ?)"
        ).sqliteStatement
    }

    /// Adds an event.
    ///
    /// - Throws: `DatabaseError`.
    func add(_ entry: JournalEntry, sequence: Int) throws {
        let kind = Array(entry.kind.utf8)
        // The texts must not move until the statement has run.
        try unsafe time.withUnsafeBufferPointer { time in
            try unsafe kind.withUnsafeBufferPointer { kind in
                try unsafe entry.body.withUnsafeBufferPointer { body in
                    unsafe sqlite3_bind_int64(statement, 1, Int64(sequence))
                    unsafe bind(time, at: 2, of: statement)
                    unsafe bind(kind, at: 3, of: statement)
                    if let trial = entry.trial {
                        unsafe sqlite3_bind_int64(statement, 4, Int64(trial.rawValue))
                    } else {
                        unsafe sqlite3_bind_null(statement, 4)
                    }
                    unsafe bind(body, at: 5, of: statement)
                    let checksum = EventChecksum.of(entry.body, sequence: sequence)
                    unsafe sqlite3_bind_int64(statement, 6, checksum)
                    try unsafe run(statement)
                }
            }
        }
        if let curve = entry.curve { try add(curve: curve, sequence: sequence) }
    }

    private func add(curve: [UInt8], sequence: Int) throws {
        try unsafe curve.withUnsafeBufferPointer { text in
            unsafe sqlite3_bind_int64(curveStatement, 1, Int64(sequence))
            unsafe bind(text, at: 2, of: curveStatement)
            let checksum = EventChecksum.of(curve, sequence: sequence)
            unsafe sqlite3_bind_int64(curveStatement, 3, checksum)
            try unsafe run(curveStatement)
        }
    }

    /// Without a destructor SQLite uses the text in place, without a copy.
    private func bind(
        _ text: UnsafeBufferPointer<UInt8>, at index: CInt, of statement: OpaquePointer
    ) {
        unsafe text.withMemoryRebound(to: CChar.self) { text in
            _ = unsafe sqlite3_bind_text(
                statement, index, text.baseAddress, CInt(text.count), nil)
        }
    }

    private func run(_ statement: OpaquePointer) throws {
        let code = unsafe sqlite3_step(statement)
        let reason = unsafe sqlite3_errmsg(sqlite3_db_handle(statement))
        guard code == SQLITE_DONE else {
            let error = unsafe DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: reason.map { unsafe String(cString: $0) })
            unsafe sqlite3_reset(statement)
            throw error
        }
        unsafe sqlite3_reset(statement)
    }
}
