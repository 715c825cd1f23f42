import ArgumentParser
import SparseLearning
import LocalTraining
import OperatingSystem
import Randomness
import Studies
import StudyDocuments
import StudyFiles
import StudyReports
import Trials

/// `espalier export`: writes results to files.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the best schedule, a network or all trials to a file.",
        discussion: """
            Example:  espalier export studies/digits.sqlite --format schedule --out best.yaml
            schedule: YAML for `espalier grow`; network: JSON with connections, weights and the \
            scaling of inputs and target, trained again from its trial; csv: one row for each trial.
            """)

    /// What can be written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case schedule, network, csv
    }

    @OptionGroup var file: StudyFile

    @Option(help: "What to write: schedule, network or csv.")
    var format: Format

    @Option(help: "Where to write it.")
    var out: String

    @Option(help: "The number of the trial, instead of the best one.")
    var trial: Int?

    @Option(help: "The study's config, if it has moved.")
    var config: String?

    @OptionGroup var output: ResultOptions

    func run() throws {
        try reporting {
            let history = try file.history()
            switch format {
            case .schedule: try writeSchedule(history)
            case .network: try writeNetwork(history)
            case .csv: try ResultFile.write(TrialTable.table(of: history).text, to: out)
            }
            let exported = ExportedFile(path: out, format: format.rawValue)
            Terminal.say(exported.line)
            try output.say(exported)
        }
    }

    private func writeSchedule(_ history: StudyHistory) throws {
        let record = try chosen(history)
        let text = ScheduleDocument.write(
            record.schedule, remarks: ExportedFile.remarks(on: record, of: history))
        try ResultFile.write(text, to: out)
    }

    /// Trains the network again: a trial is a pure function, so the journal holds no weights.
    private func writeNetwork(_ history: StudyHistory) throws {
        let record = try smallestReplicate(history)
        guard let report = record.report else {
            throw CommandFailure(
                .unavailable, "trial \(record.trial.rawValue) has no report, so it has no network")
        }
        let loaded = try file.loaded(for: history.state, config: config)
        let task = history.state.task(of: report, record)
        let trained = MeasuredTraining.run(task: task, dataset: try loaded.prepared(for: task))
        guard let trained, trained.report.fingerprint == report.fingerprint else {
            throw CommandFailure(
                .internalError,
                "trial \(record.trial.rawValue) came out different when it was trained again")
        }
        try NetworkFile.write(trained, of: task, in: loaded, to: out)
    }

    private func chosen(_ history: StudyHistory) throws -> TrialRecord {
        if let trial { return try history.known(trial) }
        guard let best = history.certificate() else {
            throw CommandFailure(
                .unavailable, "no schedule has reached the target; name a trial with --trial")
        }
        return try history.known(best.trial.rawValue)
    }

    /// Of the trainings of the best schedule, the one with the fewest connections at the target.
    private func smallestReplicate(_ history: StudyHistory) throws -> TrialRecord {
        let chosen = try chosen(history)
        guard trial == nil, let best = history.certificate() else { return chosen }
        let reached = history.evidence(for: best).filter { $0.report?.isReached == true }
        let smallest = reached.min { left, right in
            (left.report?.connections ?? 0) < (right.report?.connections ?? 0)
        }
        return smallest ?? chosen
    }
}
