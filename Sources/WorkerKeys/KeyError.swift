/// Why keys cannot be made or used; each case is a different thing to do about it.
package enum KeyError: Error, Hashable, Sendable {
    /// The file is not there: make keys, or name the right folder.
    case missing(path: String, remedy: String)
    /// Others may read a secret, or write what decides who is admitted: take their right away.
    case exposed(path: String, mode: String, isFolder: Bool)
    /// The file belongs to another user: make keys of one's own.
    case foreign(path: String)
    /// The text is not what belongs there: restore it.
    case malformed(path: String, line: Int, expected: String)
    /// There are keys already, which are never overwritten: choose another place or name.
    case alreadyExists(path: String, remedy: String)
    /// The file cannot be read: permit it.
    case unreadable(path: String, reason: String)
    /// The file or folder cannot be made: choose another place.
    case cannotCreate(path: String, reason: String)
    /// The library knows no keys: install another one.
    case withoutCurve
}

extension KeyError: CustomStringConvertible {
    /// Says in a sentence what was found and what to do next.
    package var description: String {
        switch self {
        case .missing(let path, let remedy):
            "\(path): there is no such file; \(remedy)"
        case .exposed(let path, let mode, let isFolder):
            """
            \(path) is open to other users (mode \(mode)), so its secret may be known: if you \
            trust them, type chmod \(isFolder ? "700" : "600") \(path), else make new keys
            """
        case .foreign(let path):
            "\(path) belongs to another user: make keys of your own with espalier keys new DIR"
        case .malformed(let path, let line, let expected):
            "\(path):\(line): expected \(expected)"
        case .alreadyExists(let path, let remedy):
            "\(path) exists already and is left as it is: \(remedy)"
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason)"
        case .cannotCreate(let path, let reason):
            "\(path) cannot be made: \(reason)"
        case .withoutCurve:
            "libzmq was built without CURVE, which keys need: install one that has it"
        }
    }
}
