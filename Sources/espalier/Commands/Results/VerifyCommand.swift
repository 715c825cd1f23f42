import ArgumentParser
import LocalTraining
import Studies
import StudyFiles
import StudyReports
import Trials

/// `espalier verify`: trains again and compares fingerprints.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Trains trials again here and compares the results, bit for bit.",
        discussion: """
            Example:  espalier verify studies/digits.sqlite
            Without --trial or --all it repeats the trials by which the best schedule was chosen.
            """)

    @OptionGroup var file: StudyFile

    @Option(help: "The number of the trial to repeat.")
    var trial: Int?

    @Flag(help: "Repeat every trial.")
    var all = false

    @Option(help: "The study's config, if it has moved.")
    var config: String?

    @OptionGroup var output: ResultOptions

    func run() throws {
        try reporting {
            let history = try file.history()
            let loaded = try file.loaded(for: history.state, config: config)
            let records = try self.records(of: history)
            let verification = try Verification(
                of: records, in: history.state, preparing: loaded.prepared(for:))
            let summary = VerificationSummary(
                equal: verification.equal.count, different: verification.different.count)
            Terminal.say(summary.line)
            try output.say(summary)
            if summary.different > 0 {
                let numbers = verification.different.map { "\($0.rawValue)" }
                throw CommandFailure(
                    .internalError, "trials \(numbers.joined(separator: ", ")) came out different")
            }
        }
    }

    private func records(of history: StudyHistory) throws -> [TrialRecord] {
        if all { return history.trials }
        if let trial { return [try history.known(trial)] }
        guard let best = history.certificate() else {
            throw CommandFailure(
                .unavailable, "no schedule has reached the target; name a trial with --trial")
        }
        return history.evidence(for: best)
    }
}
