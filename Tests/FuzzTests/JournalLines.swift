import Studies
import StudyStore

/// The journal of a small study, written by `espalier search`; its curves are shortened.
enum JournalLines {
    static let texts =
        Checkout.text(of: "Tests/FuzzTests/Golden/journal.jsonl").split(separator: "\n")
        .map(String.init)

    static let events = texts.compactMap { try? event(from: $0) }

    static func event(from text: String) throws -> StudyEvent {
        var codec = EventCodec()
        return try codec.event(from: Array(text.utf8))
    }
}
