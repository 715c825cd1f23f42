internal import Studies
internal import Trials

/// An event as it stands in the journal: written out, and not yet durable.
package struct JournalEntry: Sendable {
    let kind: String
    let trial: TrialID?
    /// The text, in UTF-8.
    let body: [UInt8]
    /// The text of the curve that belongs to it, where that stands apart.
    let curve: [UInt8]?

    init(_ event: StudyEvent, by codec: inout EventCodec) {
        kind = event.kind
        trial = event.trial
        body = codec.text(of: event)
        curve = event.detachedCurve.map(CurveText.write)
    }
}

extension StudyEvent {
    /// The curve that the text of the event does without: that of a report that has a course.
    fileprivate var detachedCurve: [GrowthPoint]? {
        guard case .reported(_, _, _, let report) = self, report.course != nil else { return nil }
        return report.curve
    }
}
