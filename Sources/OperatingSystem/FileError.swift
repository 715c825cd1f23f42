/// Why a file or folder cannot be used; each case is a different thing to do about it.
package enum FileError: Error, Hashable, Sendable {
    /// The file has to be put in place; `mention` says who wants it.
    case missing(path: String, mention: String?)
    /// The file has to be made readable.
    case unreadable(path: String, reason: String)
    /// The file has to be made writable, or another place chosen.
    case unwritable(path: String, reason: String)
    /// Only a regular file can be read: name one.
    case notAFile(path: String, found: FileKind)
    /// The file has more than is read: name another one, or make room in memory.
    case tooLarge(path: String, limit: FileLimit)
    /// Others may read a secret, or write what must be trusted: take their right away.
    case exposed(path: String, mode: String, isFolder: Bool)
    /// The file belongs to another user: make one of one's own.
    case foreign(path: String)
    /// The file is there already, and is never overwritten: choose another place.
    case alreadyExists(path: String)
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
        case .notAFile(let path, let kind):
            "\(path) is \(kind.rawValue), expected a regular file: \(Self.remedy(for: kind))"
        case .tooLarge(let path, let limit): Self.description(ofLarge: path, limit)
        case .exposed(let path, let mode, let isFolder):
            "\(path) is open to other users (mode \(mode)): type chmod "
                + "\(isFolder ? "700" : "600") \(path)"
        case .foreign(let path): "\(path) belongs to another user: make one of your own"
        case .alreadyExists(let path): "\(path) exists already: choose another place"
        case .noFolder(let path, let reason): "the folder \(path) cannot be made: \(reason)"
        }
    }

    private static func remedy(for kind: FileKind) -> String {
        switch kind {
        case .folder: "name a file in it"
        case .namedPipe, .device: "write what comes from it into a file first"
        case .socket: "name another path"
        }
    }

    private static func description(ofLarge path: String, _ limit: FileLimit) -> String {
        if let kind = limit.kind {
            return "\(path) has more than \(limit.bytes >> 20) MiB, which is too much for "
                + "\(kind): correct the path"
        }
        let share = Int(1 / FileLimit.shareOfMemory)
        return "\(path) has, or unpacks to, more than \(limit.bytes >> 20) MiB, the most for one "
            + "file here (a 1/\(share) of the free memory): take fewer rows, or a machine with "
            + "more memory"
    }

    /// The same, with another remedy if the file is missing.
    package func description(remedy: String) -> String {
        guard case .missing(let path, let mention) = self else { return description }
        return "\(mention.map { "\($0) is " } ?? "")\(path): there is no such file; "
            + "correct the path, or \(remedy)"
    }
}
