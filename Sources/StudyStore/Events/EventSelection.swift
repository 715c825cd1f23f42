internal import GRDB
internal import GRDBSQLite

/// The statement that reads events in order, stepped by hand, because GRDB's rows copy each text
/// twice, and a coordinator reads a large study row by row when it starts.
@safe struct EventSelection {
    private let statement: Statement
    private let hasChecksums: Bool

    /// Starts after an event.
    init(from database: Database, behind sequence: Int) throws {
        hasChecksums = try StudySchema.version(of: database) >= StudySchema.checksumVersion
        statement = try database.makeStatement(
            sql: """
                SELECT sequence, kind, body, \(hasChecksums ? "checksum" : "NULL") FROM event
                WHERE sequence > \(sequence) ORDER BY sequence
                """)
    }

    /// Reads the next event; `nil` after the last one.
    ///
    /// - Throws: `DatabaseError`.
    func next() throws -> StoredEvent? {
        let handle = unsafe statement.sqliteStatement
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW:
            let hasChecksum = unsafe sqlite3_column_type(handle, 3) != SQLITE_NULL
            return unsafe StoredEvent(
                sequence: Int(sqlite3_column_int64(handle, 0)),
                kind: text(1) { unsafe String(decoding: $0, as: UTF8.self) },
                body: text(2) { unsafe Array($0) },
                checksum: hasChecksum ? sqlite3_column_int64(handle, 3) : nil)
        case SQLITE_DONE: return nil
        case let code:
            let reason = unsafe sqlite3_errmsg(sqlite3_db_handle(handle))
            throw unsafe DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: reason.map { unsafe String(cString: $0) })
        }
    }

    private func text<Copy>(
        _ column: CInt, _ copy: (UnsafeBufferPointer<UInt8>) -> Copy
    ) -> Copy {
        let handle = unsafe statement.sqliteStatement
        // The order matters: the first call converts the value to text if needed.
        let start = unsafe sqlite3_column_text(handle, column)
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        return unsafe copy(UnsafeBufferPointer(start: start, count: count))
    }
}
