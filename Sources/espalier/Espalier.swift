import ArgumentParser

/// The command line.
@main
struct Espalier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "espalier",
        abstract: "Searches for the growth schedule that reaches a target with fewest connections.",
        discussion: """
            Begin with:  espalier search configs/digits.yaml
            Results go to stdout, everything else to stderr. With --json, the last line of stdout \
            is the result as JSON.
            """,
        version: "0.1.0",
        subcommands: [
            SearchCommand.self, CoordinatorCommand.self, WorkerCommand.self, StatusCommand.self,
            BestCommand.self, ExportCommand.self, GrowCommand.self, VerifyCommand.self,
            ReplayCommand.self, SimulateCommand.self, BenchmarkCommand.self,
            KeysCommand.self,
        ])
}
