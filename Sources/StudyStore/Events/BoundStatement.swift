internal import GRDB
internal import GRDBSQLite

/// A statement without rows whose values are bound by hand.
///
/// GRDB's argument lists copy each text twice and take twice as long.
@safe struct BoundStatement {
    private let statement: OpaquePointer

    /// Prepares a statement, which the connection keeps for the next time.
    init(_ sql: String, in database: Database) throws {
        unsafe statement = try database.cachedStatement(sql: sql).sqliteStatement
    }

    /// Binds a whole number, or nothing.
    func bind(_ number: Int?, at index: CInt) {
        if let number {
            unsafe sqlite3_bind_int64(statement, index, Int64(number))
        } else {
            unsafe sqlite3_bind_null(statement, index)
        }
    }

    /// Binds a real number.
    func bind(_ number: Double, at index: CInt) {
        unsafe sqlite3_bind_double(statement, index, number)
    }

    /// Binds a text in place, without a copy: it must not move until the statement has run.
    func bind(_ text: UnsafeBufferPointer<UInt8>, at index: CInt) {
        // Without a destructor SQLite makes no copy.
        unsafe text.withMemoryRebound(to: CChar.self) { text in
            _ = unsafe sqlite3_bind_text(
                statement, index, text.baseAddress, CInt(text.count), nil)
        }
    }

    /// Runs the statement.
    ///
    /// - Throws: `DatabaseError`.
    func run() throws {
        let code = unsafe sqlite3_step(statement)
        guard code == SQLITE_DONE else {
            let reason = unsafe sqlite3_errmsg(sqlite3_db_handle(statement))
            let error = unsafe DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: reason.map { unsafe String(cString: $0) })
            unsafe sqlite3_reset(statement)
            throw error
        }
        unsafe sqlite3_reset(statement)
    }
}
