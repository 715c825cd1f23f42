import ArgumentParser
import Studies
import StudyReports

/// `espalier best`: the best schedule of a study.
struct BestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "best", abstract: "Shows the best schedule and its evidence.",
        discussion: "Example:  espalier best studies/digits.sqlite --json")

    @OptionGroup var file: StudyFile

    @OptionGroup var options: ListingOptions

    @OptionGroup var output: ResultOptions

    func run() throws {
        try reporting {
            let history = try file.history()
            let state = history.state
            guard let certificate = history.certificate() else {
                throw CommandFailure(
                    .unavailable,
                    "no schedule of \(file.study) has reached the target (\(state.reports) reports)"
                )
            }
            let best = BestSchedule(certificate)
            Terminal.say(best.lines(of: state.definition, options.listing))
            try output.say(best)
        }
    }
}
