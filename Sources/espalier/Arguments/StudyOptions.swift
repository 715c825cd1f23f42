import ArgumentParser
import Datasets
import Studies
import StudyDocuments
import StudyFiles
import StudyReports
import Trials

/// Which study a command works on.
struct StudyOptions: ParsableArguments {
    @Argument(help: "The config of the study, such as configs/digits.yaml.")
    var config: String

    @Option(help: "The study's file (default: studies/NAME.sqlite or NAME-METHOD.sqlite).")
    var study: String?

    @Option(
        help: ArgumentHelp(
            "Search a known method's schedules, not the config's: growth, rigl, a file, ...",
            valueName: "name"))
    var method: String?

    @Option(help: "Trials that the search may spend, instead of the config's budget.")
    var trials: Int?

    @Option(
        name: .customLong("start-from"),
        help: "A schedule's file, or a study whose best schedules are tried first; may be repeated."
    )
    var start: [String] = []

    @Flag(help: "Begin again; the old file is kept under another name.")
    var fresh = false

    func validate() throws {
        if let trials, !(1...10_000_000).contains(trials) {
            throw ValidationError(
                "--trials is \(trials), expected a whole number from 1 to 10000000")
        }
    }

    /// Reads the config and its rows, and warns of constant features and of few rows.
    func load() throws -> LoadedStudy {
        let loaded = try LoadedStudy(config: config, startingFrom: start, method: methodFile())
        loaded.warn()
        return loaded
    }

    private func methodFile() throws -> MethodFile? {
        try method.map { try MethodFile(named: $0, besides: config) }
    }

    /// Warns if `--start-from` has no effect, because the study is not new.
    func warnOfLateStart(_ study: StudyState) {
        guard !start.isEmpty, study.proposedTrials > 0 else { return }
        Terminal.complain("--start-from is for a new study, and changes nothing in this one")
    }

    /// The path of the study's file; searches for several methods have a file each.
    func path(of loaded: LoadedStudy) throws -> String {
        let method = try methodFile().map { "-\($0.name)" } ?? ""
        return study ?? "studies/\(loaded.config.name)\(method).sqlite"
    }
}

extension LoadedStudy {
    /// Warns of features that never vary, and of too few rows to judge by.
    func warn() {
        warnOfConstantFeatures()
        let rows = JudgingRows(
            validation: validationCount, outsideTest: countOutsideTest, plan: definition.split,
            metric: definition.target.metric)
        if let warning = rows.warning { Terminal.complain(warning) }
    }

    private func warnOfConstantFeatures() {
        guard !constantFeatures.isEmpty else { return }
        let names = constantFeatures.prefix(5).joined(separator: ", ")
        Terminal.complain(
            """
            \(constantFeatures.count) of \(dataset.featureNames.count) features never vary in the \
            training rows and are not used: \(names)\(constantFeatures.count > 5 ? ", …" : "")
            """)
    }
}
