import OperatingSystem

extension KeyError {
    /// Describes a file error as an error of keys.
    ///
    /// - Parameter remedy: what to do if the file is missing or already exists.
    init(_ error: FileError, remedy: String) {
        switch error {
        case .missing(let path, _): self = .missing(path: path, remedy: remedy)
        case .unreadable(let path, let reason): self = .unreadable(path: path, reason: reason)
        case .notAFile(let path, let kind):
            self = .unreadable(path: path, reason: "it is \(kind.rawValue), not a regular file")
        case .tooLarge(let path, let limit):
            self = .unreadable(path: path, reason: "it has more than \(limit.bytes) bytes")
        case .exposed(let path, let mode, let isFolder):
            self = .exposed(path: path, mode: mode, isFolder: isFolder)
        case .foreign(let path): self = .foreign(path: path)
        case .alreadyExists(let path): self = .alreadyExists(path: path, remedy: remedy)
        case .unwritable(let path, let reason), .cutShort(let path, let reason),
            .noFolder(let path, let reason):
            self = .cannotCreate(path: path, reason: reason)
        }
    }

    /// Runs a body that uses files, and describes its errors as errors of keys.
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
