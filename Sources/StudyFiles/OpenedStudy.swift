package import Studies
package import StudyStore

/// A study that is ready to go on: its journal, and everything that is in it.
package struct OpenedStudy {
    /// The journal, open for writing.
    package let journal: StudyJournal
    /// What the journal holds.
    package let events: [StudyEvent]
}
