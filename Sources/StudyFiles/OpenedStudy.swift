package import Studies
package import StudyStore

/// A study that is ready to continue: its journal and all its events.
package struct OpenedStudy {
    /// The journal, open for writing.
    package let journal: StudyJournal
    /// The events of the journal.
    package let events: [StudyEvent]
}
