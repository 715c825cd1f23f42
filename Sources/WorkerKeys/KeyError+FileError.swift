import OperatingSystem

extension KeyError {
    /// Says what a failure of a file means for keys.
    ///
    /// - Parameter remedy: what to do if the file is missing, or there already.
    init(_ error: FileError, remedy: String) {
        switch error {
        case .missing(let path, _): self = .missing(path: path, remedy: remedy)
        case .unreadable(let path, let reason): self = .unreadable(path: path, reason: reason)
        case .notAFile(let path, let kind):
            self = .unreadable(path: path, reason: "it is \(kind.rawValue), no regular file")
        case .tooLarge(let path, let limit):
            self = .unreadable(path: path, reason: "it has more than \(limit.bytes) bytes")
        case .exposed(let path, let mode, let isFolder):
            self = .exposed(path: path, mode: mode, isFolder: isFolder)
        case .foreign(let path): self = .foreign(path: path)
        case .alreadyExists(let path): self = .alreadyExists(path: path, remedy: remedy)
        case .unwritable(let path, let reason), .noFolder(let path, let reason):
            self = .cannotCreate(path: path, reason: reason)
        }
    }

    /// Does something with files, and says what its failure means for keys.
    static func explaining<Value>(
        remedy: String = "choose another place", _ body: () throws(FileError) -> Value
    ) throws(KeyError) -> Value {
        do throws(FileError) {
            return try body()
        } catch {
            throw KeyError(error, remedy: remedy)
        }
    }
}
