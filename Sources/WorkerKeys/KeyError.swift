/// Why keys cannot be made or used; each case needs a different response.
package enum KeyError: Error, Hashable, Sendable {
    /// The file does not exist: make keys, or name the right folder.
    case missing(path: String, remedy: String)
    /// Other users may read a secret, or write the list of admitted workers: remove their
    /// permission.
    case exposed(path: String, mode: String, isFolder: Bool)
    /// The file belongs to another user: make your own keys.
    case foreign(path: String)
    /// The text is not valid: restore it.
    case malformed(path: String, line: Int, expected: String)
    /// There are already keys, which are never overwritten: choose another place or name.
    case alreadyExists(path: String, remedy: String)
    /// The file cannot be read: allow it.
    case unreadable(path: String, reason: String)
    /// The file or folder cannot be created: choose another place.
    case cannotCreate(path: String, reason: String)
    /// The library does not support keys: install another one.
    case withoutCurve
}

extension KeyError: CustomStringConvertible {
    /// Says in one sentence what is wrong and what to do next.
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
            "\(path) already exists and is not changed: \(remedy)"
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason)"
        case .cannotCreate(let path, let reason):
            "\(path) cannot be created: \(reason)"
        case .withoutCurve:
            "libzmq was built without CURVE, which keys need: install one that has it"
        }
    }
}
