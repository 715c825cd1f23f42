import Coordination
import Logging
import OperatingSystem
import StudyStore

/// Waits where a study cannot be written now, but soon may: the disk is full, or another process
/// has begun to write into the file.
///
/// Meanwhile the coordinator takes nothing in and answers nobody, so that nothing is promised which
/// is not durable: workers train on and keep their reports, as they do while there is no
/// coordinator.
struct JournalPause {
    private var began: Instant?
    private var nextTry = Instant.zero
    private var nextReminder = Instant.zero

    /// Whether the study waits.
    var isOn: Bool { began != nil }

    /// Makes events durable; false where that cannot be yet.
    ///
    /// - Throws: what does not pass by itself.
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
        log.notice("the study can be written again after \(seconds) s, and goes on")
        journal.announce(.working)
        self.began = nil
        nextReminder = now
    }
}
