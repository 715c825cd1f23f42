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

    struct Result<Row: Encodable>: Encodable {
        let benchmark: String
        let cpu: String
        let rows: [Row]
    }

    /// The processor's name, as Linux gives it.
    static func processorName() -> String {
        let bytes = (try? FileBytes.read("/proc/cpuinfo")) ?? []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let line = lines.first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? "unknown"
    }
}
