/// What the writer of a study tells whoever looks at it, besides the events.
///
/// It stands in the lock file, where there is room for it even when the disk is full.
package enum WriterNote: Hashable, Sendable {
    /// It writes what happens.
    case working
    /// There is no room on the disk, since an instant (Unix time, ms).
    case paused(since: Int)

    /// The note as the second line of the file, always of one length.
    var line: String {
        let text =
            switch self {
            case .working: "working"
            case .paused(let since): "paused since \(since)"
            }
        return text + String(repeating: " ", count: max(0, 40 - text.utf8.count)) + "\n"
    }

    /// Reads the second line of the file.
    init?(line: Substring) {
        let words = line.split(separator: " ")
        switch words.first {
        case "working": self = .working
        case "paused":
            guard let since = words.last.flatMap({ Int($0) }) else { return nil }
            self = .paused(since: since)
        default: return nil
        }
    }
}
