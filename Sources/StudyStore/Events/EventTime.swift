internal import GRDB

/// The time of events as text, such as `2026-11-29T12:00:00.123Z`.
///
/// SQLite computes the text of each minute once, because a coordinator needs a time each turn.
struct EventTime {
    private static let minute = 60_000
    /// The start of the latest minute (Unix time, ms), and its text up to the seconds.
    private var latest: (start: Int, text: [UInt8])?

    /// The text of a time (Unix time, ms).
    mutating func text(of milliseconds: Int, in database: Database) throws -> [UInt8] {
        // Before 1970 the remainder would be negative.
        let time = max(0, milliseconds)
        let start = time - time % Self.minute
        if latest?.start != start {
            let text = try String.fetchOne(
                database, sql: "SELECT strftime('%Y-%m-%dT%H:%M:', ?, 'unixepoch')",
                arguments: [start / 1000])
            latest = (start, Array((text ?? "").utf8))
        }
        let (seconds, rest) = (time - start).quotientAndRemainder(dividingBy: 1000)
        let digits = [seconds / 10, seconds % 10, rest / 100, rest / 10 % 10, rest % 10]
            .map { UInt8(ascii: "0") + UInt8($0) }
        return (latest?.text ?? []) + digits[..<2] + [UInt8(ascii: ".")] + digits[2...]
            + [UInt8(ascii: "Z")]
    }
}
