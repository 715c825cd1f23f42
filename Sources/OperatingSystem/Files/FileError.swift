/// Why a file or folder cannot be used; each case needs a different response.
package enum FileError: Error, Hashable, Sendable {
    /// The file must be put in place; `mention` is the place that names it.
    case missing(path: String, mention: String?)
    /// The file must be made readable.
    case unreadable(path: String, reason: String)
    /// The file must be made writable, or another place chosen.
    case unwritable(path: String, reason: String)
    /// Writing stopped before the end: make room on the disk.
    case cutShort(path: String, reason: String)
    /// Only a regular file can be read: name one.
    case notAFile(path: String, found: FileKind)
    /// The file has more bytes than may be read: name another one, or free memory.
    case tooLarge(path: String, limit: FileLimit)
    /// Other users may read a secret, or change a trusted file: remove their access.
    case exposed(path: String, mode: String, isFolder: Bool)
    /// The file belongs to another user: make your own.
    case foreign(path: String)
    /// The file already exists, and is never overwritten: choose another place.
    case alreadyExists(path: String)
    /// The folder cannot be created: choose another place.
    case noFolder(path: String, reason: String)
}

extension FileError: CustomStringConvertible {
    /// Names the file, the problem, and what to do next.
    package var description: String {
        switch self {
        case .missing: description(remedy: "put the file there")
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .unwritable(let path, let reason), .cutShort(let path, let reason):
            "\(path) cannot be written: \(reason)"
        case .notAFile(let path, let kind):
            "\(path) is \(kind.rawValue), expected a regular file: \(Self.remedy(for: kind))"
        case .tooLarge(let path, let limit): Self.description(ofLarge: path, limit)
        case .exposed(let path, let mode, let isFolder):
            "\(path) is open to other users (mode \(mode)): type chmod "
                + "\(isFolder ? "700" : "600") \(path)"
        case .foreign(let path): "\(path) belongs to another user: make one of your own"
        case .alreadyExists(let path): "\(path) already exists: choose another place"
        case .noFolder(let path, let reason): "the folder \(path) cannot be created: \(reason)"
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

    /// The same, with another remedy for a missing file.
    package func description(remedy: String) -> String {
        guard case .missing(let path, let mention) = self else { return description }
        return "\(mention.map { "\($0) is " } ?? "")\(path): there is no such file; "
            + "correct the path, or \(remedy)"
    }
}
