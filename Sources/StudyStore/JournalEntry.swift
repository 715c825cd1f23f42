internal import Studies
internal import Trials

/// An event as it stands in the journal: written out, and not yet durable.
package struct JournalEntry: Sendable {
    let kind: String
    let trial: TrialID?
    /// The text, in UTF-8.
    let body: [UInt8]

    init(_ event: StudyEvent, by codec: inout EventCodec) {
        kind = event.kind
        trial = event.trial
        body = codec.text(of: event)
    }
}
