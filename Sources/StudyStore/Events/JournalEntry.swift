internal import Studies
internal import Trials

/// An event with its text for the journal, before it is durable.
package struct JournalEntry: Sendable {
    let event: StudyEvent
    /// The text, in UTF-8.
    let body: [UInt8]
    /// The text of its curve, if that is stored separately.
    let curve: [UInt8]?

    init(_ event: StudyEvent, by codec: inout EventCodec) {
        self.event = event
        body = codec.text(of: event)
        curve = event.detachedCurve.map(CurveText.write)
    }
}

extension StudyEvent {
    /// The curve that is stored separately: that of a report with a course, if it has any check.
    fileprivate var detachedCurve: [GrowthPoint]? {
        guard case .reported(_, _, let report) = self, report.course != nil,
            !report.curve.isEmpty
        else { return nil }
        return report.curve
    }
}
