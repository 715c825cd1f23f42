import ArgumentParser
import Studies
import StudyFiles
import StudyStore
import Trials

/// A study's file that a command only reads.
struct StudyFile: ParsableArguments {
    @Argument(help: "The study's file, such as studies/digits.sqlite.")
    var study: String

    /// Opens the file; a coordinator may be writing it at the same time.
    func reader() throws -> StudyReader {
        try StudyReader(at: study)
    }

    /// Folds the study's events, and keeps every trial whole.
    func history() throws -> StudyHistory {
        try RecordedStudy(try reader()).history()
    }

    /// Reads the config that the study was begun with, and checks that its rows are unchanged.
    func loaded(for state: StudyState, config: String?) throws -> LoadedStudy {
        let source = try reader().source(RecordedStudy.configKey)
        guard let path = config ?? source else {
            throw CommandFailure(
                .noInput, "\(study) does not say where its config is: name it with --config")
        }
        let loaded = try LoadedStudy(config: path)
        guard loaded.definition.dataset == state.definition.dataset else {
            throw CommandFailure(
                .badRows,
                """
                the rows of \(path) are not those of \(study): they changed since; \
                bring back the old ones, or name another config with --config
                """)
        }
        return loaded
    }
}

extension StudyHistory {
    /// Finds a trial; if it does not exist, the error says which trials there are.
    func known(_ number: Int) throws -> TrialRecord {
        guard let record = self[TrialID(rawValue: number)] else {
            throw CommandFailure(
                .badRows,
                "there is no trial \(number); the study has trials 1 to \(trials.count)")
        }
        return record
    }
}
