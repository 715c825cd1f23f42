import Coordination
import Glibc
import ScheduleSearch
package import Studies
import StudyDocuments
package import StudyStore

/// A study that is ready to go on: its journal, and everything that is in it.
package struct OpenedStudy {
    /// The journal, open for writing.
    package let journal: StudyJournal
    /// What the journal holds.
    package let events: [StudyEvent]
}

/// Why a study cannot go on.
package enum StudyOpeningError: Error, CustomStringConvertible {
    /// The file belongs to a study that asked for something else.
    case otherStudy(path: String, differences: [String])
    /// The events are not those of a study.
    case damaged(path: String, error: JournalError)
    /// The folder of the file cannot be made.
    case noFolder(path: String, reason: String)

    /// Says what was found and what to do next.
    package var description: String {
        switch self {
        case .otherStudy(let path, let differences):
            """
            \(path) holds a study of another config, which differs in \
            \(differences.joined(separator: ", ")): choose another file with --study, or begin \
            again with --fresh
            """
        case .damaged(let path, let error):
            "\(path) is damaged: \(error). Restore it from a backup, or begin with another --study"
        case .noFolder(let path, let reason):
            "the folder \(path) cannot be made: \(reason); choose another place with --study"
        }
    }
}

extension LoadedStudy {
    /// Opens the study's file, or begins it.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - trials: the budget of the search, instead of the config's.
    ///   - fresh: begins again and keeps the old file under another name.
    package func open(_ path: String, trials: Int?, fresh: Bool) throws -> OpenedStudy {
        try makeFolder(of: path)
        if fresh { try setAside(path) }
        let budget = config.budget.with(trials: trials)
        let journal = try Self.journal(at: path)
        let recorded = try journal.events()
        let news = try news(after: recorded, budget: budget, path)
        try journal.append(news, at: SystemClock.wallMilliseconds())
        // Only now, because the file may have belonged to another config.
        try journal.setSource(Self.configKey, to: Self.absolute(config: configPath))
        return OpenedStudy(journal: journal, events: recorded + news)
    }

    /// What has to be recorded before a study can go on.
    private func news(
        after recorded: [StudyEvent], budget: StudyBudget, _ path: String
    ) throws(StudyOpeningError) -> [StudyEvent] {
        guard !recorded.isEmpty else {
            return [.defined(definition: definition), .budgeted(budget: budget)]
        }
        // They are folded once, by the coordinator; a study that is large should go on at once.
        guard case .defined(let recordedDefinition)? = recorded.first else {
            throw .damaged(path: path, error: .noDefinition)
        }
        let differences = definition.differences(from: recordedDefinition)
        guard differences.isEmpty else {
            throw .otherStudy(path: path, differences: differences)
        }
        let latest = recorded.last { if case .budgeted = $0 { true } else { false } }
        guard latest != .budgeted(budget: budget) else { return [] }
        // Nothing is added to a file that is damaged.
        _ = try Self.replay(recorded, path)
        return [.budgeted(budget: budget)]
    }

    /// Makes the coordinator of a study that its file describes.
    static func resume(
        _ events: [StudyEvent], _ path: String, _ settings: CoordinatorSettings
    ) throws(StudyOpeningError) -> Coordinator {
        do throws(JournalError) {
            return try Coordinator(
                replaying: events, settings: settings, at: SystemClock.now())
        } catch {
            throw .damaged(path: path, error: error)
        }
    }

    /// Under which key a study's file says where its config was.
    package static let configKey = "config"

    private static func journal(at path: String) throws(StudyStoreError) -> StudyJournal {
        do throws(StudyStoreError) {
            return try .open(at: path)
        } catch .missing {
            return try .create(at: path)
        }
    }

    /// The path from the root, so that other commands find the config from anywhere.
    private static func absolute(config path: String) -> String {
        guard !path.hasPrefix("/"), let here = unsafe getcwd(nil, 0) else { return path }
        defer { unsafe free(here) }
        return unsafe "\(String(cString: here))/\(path)"
    }

    private func makeFolder(of path: String) throws(StudyOpeningError) {
        let folder = FileBytes.folder(of: path)
        guard unsafe access(folder, F_OK) != 0 else { return }
        try makeFolder(of: folder)
        if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST {
            throw .noFolder(path: folder, reason: SystemError.latest)
        }
    }

    /// Renames a study's files, so that nothing is lost.
    ///
    /// - Throws: `inUse` where somebody works on the study; damaged files may go aside.
    private func setAside(_ path: String) throws(StudyStoreError) {
        do throws(StudyStoreError) {
            _ = try StudyJournal.open(at: path)
        } catch {
            if case .inUse = error { throw error }
        }
        let mark = SystemClock.wallMilliseconds() / 1000
        for suffix in ["", "-wal", "-shm"] {
            unsafe rename("\(path)\(suffix)", "\(path).\(mark)\(suffix)")
        }
    }
}

extension StudyDefinition {
    /// The parts of the config in which another definition differs, in words.
    ///
    /// The schedules to start from count once only, so they may differ later.
    func differences(from other: StudyDefinition) -> [String] {
        let parts: [(String, Bool)] = [
            ("study", name == other.name), ("the data", dataset == other.dataset),
            ("data.task", learning == other.learning), ("data.split", split == other.split),
            ("objective", target == other.target && reliability == other.reliability),
            ("space", space == other.space),
            ("search", search.starting(from: []) == other.search.starting(from: [])),
            ("limits", limits == other.limits),
            ("certification", certification == other.certification),
        ]
        return parts.filter { !$0.1 }.map(\.0)
    }
}
