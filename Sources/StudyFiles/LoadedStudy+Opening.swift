import OperatingSystem
import ScheduleSearch
import Studies
import StudyDocuments
import StudyStore

extension LoadedStudy {
    /// Opens the study's file, or creates it.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - trials: the budget of the search, which replaces the config's.
    ///   - fresh: whether to begin again; the old file is kept under another name.
    package func open(_ path: String, trials: Int?, fresh: Bool) throws -> OpenedStudy {
        try makeFolder(of: path)
        if fresh { try setAside(path) }
        let budget = config.budget.with(trials: trials)
        let journal = try Self.journal(at: path)
        let recorded = try journal.events()
        let news = try news(after: recorded, budget: budget, path)
        try journal.append(news, at: SystemClock.wallMilliseconds())
        // Only now, because the file could have belonged to another config.
        try journal.setSource(RecordedStudy.configKey, to: FilePath.absolute(configPath))
        return OpenedStudy(journal: journal, events: recorded + news)
    }

    /// The events to record before a study can continue.
    private func news(
        after recorded: [StudyEvent], budget: StudyBudget, _ path: String
    ) throws(StudyOpeningError) -> [StudyEvent] {
        guard !recorded.isEmpty else {
            return [.defined(definition: definition), .budgeted(budget: budget)]
        }
        // The events are replayed only once, by the coordinator, so that a large study continues
        // quickly.
        guard case .defined(let recordedDefinition)? = recorded.first else {
            throw .damaged(path: path, error: .noDefinition)
        }
        let differences = definition.differences(from: recordedDefinition)
        guard differences.isEmpty else {
            throw .otherStudy(path: path, differences: differences)
        }
        let latest = recorded.last { if case .budgeted = $0 { true } else { false } }
        guard latest != .budgeted(budget: budget) else { return [] }
        // No event is added to a damaged file.
        _ = try RecordedStudy.state(folding: recorded, of: path)
        return [.budgeted(budget: budget)]
    }

    private static func journal(at path: String) throws(StudyStoreError) -> StudyJournal {
        do throws(StudyStoreError) {
            return try .open(at: path)
        } catch .missing {
            return try .create(at: path)
        }
    }

    private func makeFolder(of path: String) throws(StudyOpeningError) {
        do throws(FileError) {
            try FileFolder.make(FilePath.folder(of: path))
        } catch {
            throw StudyOpeningError(error)
        }
    }

    /// Renames a study's files, so that no results are lost.
    ///
    /// - Throws: `inUse` if another process works on the study; damaged files can be renamed.
    private func setAside(_ path: String) throws(StudyStoreError) {
        do throws(StudyStoreError) {
            _ = try StudyJournal.open(at: path)
        } catch {
            if case .inUse = error { throw error }
        }
        let mark = SystemClock.wallMilliseconds() / 1000
        for suffix in ["", "-wal", "-shm"] {
            FileFolder.rename("\(path)\(suffix)", to: "\(path).\(mark)\(suffix)")
        }
    }
}
