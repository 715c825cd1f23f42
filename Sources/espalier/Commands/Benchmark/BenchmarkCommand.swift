import ArgumentParser
import OperatingSystem

/// `espalier benchmark`: measures itself.
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Measures itself on this machine.",
        discussion: "Example:  taskset -c 1 espalier benchmark kernels --json",
        subcommands: [
            KernelsCommand.self, TrainingCommand.self, DispatchCommand.self, RestartCommand.self,
            RecordCommand.self, ReplaySearchCommand.self,
        ])

    /// The processor's name.
    static var processorName: String { Machine.processorName ?? "unknown" }
}
