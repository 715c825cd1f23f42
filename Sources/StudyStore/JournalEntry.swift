package import Studies
internal import Trials

/// An event as it stands in the journal: written out, and not yet durable.
package struct JournalEntry: Sendable {
    let kind: String
    let trial: TrialID?
    /// The text, in UTF-8.
    let body: [UInt8]

    /// Writes an event out.
    ///
    /// - Precondition: every number of the event is finite.
    package init(_ event: StudyEvent) {
        kind = event.kind
        trial = event.trial
        body = EventCodec.text(of: event)
    }
}
