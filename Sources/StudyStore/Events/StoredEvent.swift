/// A row of the table of events, not understood yet.
struct StoredEvent {
    let sequence: Int
    let kind: String
    /// The text, in UTF-8.
    let body: [UInt8]
    /// Nothing for events that were written in format 1.
    let checksum: Int64?
}
