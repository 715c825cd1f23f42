import Coordination
import Logging
import OperatingSystem
import StudyStore

/// Waits while a study cannot be written for a time: the disk is full, or another process is
/// writing to the file.
///
/// Meanwhile the coordinator reads no message and sends no answer, so that it never acknowledges
/// what is not durable. Workers continue to train and keep their reports, as they do without a
/// coordinator.
struct JournalPause {
    private var began: Instant?
    private var nextTry = Instant.zero
    private var nextReminder = Instant.zero

    /// Whether the study waits.
    var isOn: Bool { began != nil }

    /// Makes events durable; returns false if that is not possible yet.
    ///
    /// - Throws: errors that do not pass by themselves.
    mutating func append(
        _ entries: [JournalEntry], to journal: StudyJournal, log: Logger
    ) throws(StudyStoreError) -> Bool {
        let now = SystemClock.now()
        guard !isOn || nextTry <= now else { return false }
        do throws(StudyStoreError) {
            try journal.append(written: entries, at: SystemClock.wallMilliseconds())
        } catch  where error.isTransient {
            nextTry = now + CoordinatorLimits.journalRetry
            begin(at: now, journal)
            if nextReminder <= now {
                nextReminder = now + CoordinatorLimits.journalReminder
                log.error("paused: \(error)")
            }
            return false
        }
        end(at: now, journal, log)
        return true
    }

    private mutating func begin(at now: Instant, _ journal: StudyJournal) {
        guard began == nil else { return }
        began = now
        journal.announce(.paused(since: SystemClock.wallMilliseconds()))
    }

    private mutating func end(at now: Instant, _ journal: StudyJournal, _ log: Logger) {
        guard let began else { return }
        let seconds = Int((now - began) / .seconds(1))
        log.notice("the study can be written again after \(seconds) s, and continues")
        journal.announce(.working)
        self.began = nil
        nextReminder = now
    }
}
