internal import GRDB

extension StudyStoreError {
    /// Converts an error of SQLite.
    init(_ error: DatabaseError, path: String) {
        let reason = error.message ?? "\(error.resultCode)"
        self =
            switch error.resultCode {
            // There is no space for the memory file that readers and writer share.
            case _ where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: .diskFull(path: path)
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse(path: path, processID: nil)
            case .SQLITE_NOTADB: .notAStudy(path: path)
            case .SQLITE_CORRUPT: .corrupted(path: path, sequence: nil, reason: reason)
            case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_AUTH:
                .inaccessible(path: path, reason: reason)
            default:
                .storageFailure(
                    path: path,
                    code: Int(error.extendedResultCode.rawValue),
                    reason: reason
                )
            }
    }

    /// Runs code that calls SQLite, and converts its errors to `StudyStoreError`.
    static func typed<Result>(
        path: String,
        _ body: () throws -> Result
    ) throws(StudyStoreError) -> Result {
        do {
            return try body()
        } catch let error as StudyStoreError {
            throw error
        } catch let error as DatabaseError {
            throw StudyStoreError(error, path: path)
        } catch {
            throw .storageFailure(path: path, code: -1, reason: "\(error)")
        }
    }
}
