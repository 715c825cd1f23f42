/// Why a file or folder cannot be used; each case is a different thing to do about it.
package enum FileError: Error, Hashable, Sendable {
    /// The file has to be put in place; `mention` says who wants it.
    case missing(path: String, mention: String?)
    /// The file has to be made readable.
    case unreadable(path: String, reason: String)
    /// The file has to be made writable, or another place chosen.
    case unwritable(path: String, reason: String)
    /// The folder cannot be made: choose another place.
    case noFolder(path: String, reason: String)
}

extension FileError: CustomStringConvertible {
    /// Names the file, what is wrong with it, and what to do next.
    package var description: String {
        switch self {
        case .missing: description(remedy: "put the file there")
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
        case .noFolder(let path, let reason): "the folder \(path) cannot be made: \(reason)"
        }
    }

    /// The same, with another remedy if the file is missing.
    package func description(remedy: String) -> String {
        guard case .missing(let path, let mention) = self else { return description }
        return "\(mention.map { "\($0) is " } ?? "")\(path): there is no such file; "
            + "correct the path, or \(remedy)"
    }
}
