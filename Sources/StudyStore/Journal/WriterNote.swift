/// The state of a study's writer, for readers of the study.
///
/// It is in the lock file, which has space for it even if the disk is full.
package enum WriterNote: Hashable, Sendable {
    /// The writer is recording events.
    case working
    /// The disk has been full since an instant (Unix time, ms).
    case paused(since: Int)

    /// The note as the second line of the file; its length is constant.
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
