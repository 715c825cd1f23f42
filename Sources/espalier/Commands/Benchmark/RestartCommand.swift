import ArgumentParser
import ClusterBenchmark
import StudyReports

/// `espalier benchmark restart`.
struct RestartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart",
        abstract: "Measures how long a coordinator takes to resume a study.",
        discussion: "Example:  espalier benchmark restart studies/digits.sqlite")

    @Argument(help: "The study's file; no other process may be working on it.")
    var study: String

    @OptionGroup var output: ResultOptions

    func run() throws {
        try reporting {
            let time = try RestartTime(of: study)
            Terminal.say(
                """
                \(time.events) events: opened in \(Figure.fixed(time.opening, 2)) s, read in \
                \(Figure.fixed(time.reading, 2)) s, replayed in \
                \(Figure.fixed(time.replaying, 2)) s; \
                \(Figure.fixed(time.processorSeconds, 2)) s of processor time
                """)
            try output.say(
                BenchmarkResult(
                    "restart", cpu: BenchmarkCommand.processorName, rows: [time]))
        }
    }
}
