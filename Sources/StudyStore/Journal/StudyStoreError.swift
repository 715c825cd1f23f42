/// Why a study file cannot be used; each case needs a different response.
package enum StudyStoreError: Error, Hashable, Sendable {
    /// There is no study at the path, or an empty file: create it.
    case missing(path: String)
    /// A file already exists there: open it, or choose another path.
    case alreadyExists(path: String)
    /// The file belongs to another program: choose another path.
    case notAStudy(path: String)
    /// A newer version wrote the file: update this program.
    case newerFormat(path: String, found: Int, supported: Int)
    /// Another process writes the study: wait for it or stop it.
    case inUse(path: String, processID: Int?)
    /// The file or its directory cannot be reached or written: create it or allow it.
    case inaccessible(path: String, reason: String)
    /// The file is damaged, from this event on if one is named: recover the other events.
    case corrupted(path: String, sequence: Int?, reason: String)
    /// The disk is full and nothing was written: free some space and try again.
    case diskFull(path: String)
    /// The disk or the operating system failed: check them.
    case storageFailure(path: String, code: Int, reason: String)
}

extension StudyStoreError {
    /// Whether the same call may succeed later without any change to the file.
    package var isTransient: Bool {
        switch self {
        case .inUse, .diskFull: true
        default: false
        }
    }
}

extension StudyStoreError: CustomStringConvertible {
    /// Says in one sentence what is wrong and what to do next.
    package var description: String {
        switch self {
        case .missing(let path):
            "\(path): no study is there; begin one with espalier search"
        case .alreadyExists(let path):
            "\(path): the file exists already; continue it or choose another path"
        case .notAStudy(let path):
            "\(path): not a study of espalier; choose another path"
        case .newerFormat(let path, let found, let supported):
            "\(path): written in format \(found), expected \(supported) or older; "
                + "update espalier"
        case .inUse(let path, let processID):
            "\(path): another process" + (processID.map { " (\($0))" } ?? "")
                + " is working on the study; wait for it or stop it"
        case .inaccessible(let path, let reason):
            "\(path): \(reason); create the directory, or permit this user to write there"
        case .corrupted(let path, let sequence, let reason):
            "\(path): damaged" + (sequence.map { " at event \($0)" } ?? "") + ": \(reason); "
                + Self.recovery(of: path, before: sequence)
        case .diskFull(let path):
            "\(path): the disk is full; make room, nothing that was acknowledged is lost"
        case .storageFailure(let path, let code, let reason):
            "\(path): \(reason) (SQLite \(code)); check the disk and its file system"
        }
    }

    private static func recovery(of path: String, before sequence: Int?) -> String {
        guard let sequence else {
            return "recover what can be read with: "
                + "sqlite3 '\(path)' .recover | sqlite3 '\(path).recovered'"
        }
        return "the \(sequence - 1) events before it can be read; to go on from there, copy the "
            + "file and run: sqlite3 COPY 'DROP TRIGGER event_is_never_deleted; "
            + "DELETE FROM event WHERE sequence >= \(sequence)'"
    }
}
