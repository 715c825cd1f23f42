import ArgumentParser
import Studies

/// `espalier best`: the incumbent.
struct BestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "best", abstract: "Shows the best schedule and what it rests on.",
        discussion: "Example:  espalier best studies/digits.sqlite --json")

    @OptionGroup var file: StudyFile

    @OptionGroup var output: ResultOptions

    func run() throws {
        try reporting {
            let history = try file.history()
            let state = history.state
            guard let best = history.incumbent() else {
                throw CommandFailure(
                    .unavailable,
                    "no schedule of \(file.study) has reached the target (\(state.reports) reports)"
                )
            }
            let result = BestResult(best)
            for line in result.lines(in: state) { Terminal.say(line) }
            try output.say(result)
        }
    }
}
