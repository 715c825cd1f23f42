/// A row of the event table, before decoding.
struct StoredEvent {
    let sequence: Int
    let kind: String
    /// The text, in UTF-8.
    let body: [UInt8]
    /// The checksum; `nil` for events that were written in format 1.
    let checksum: Int64?
}
