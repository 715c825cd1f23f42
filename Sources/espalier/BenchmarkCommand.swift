import ArgumentParser
import FoundationEssentials
import OperatingSystem
import SparseNetworks

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

/// `espalier benchmark kernels`.
struct KernelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernels",
        abstract: "Measures forward and backward passes of a 784-300 layer beside the core's peak.")

    @OptionGroup var output: ResultOptions

    private struct Row: Encodable {
        let density: Double
        let forwardGflops: Double
        let backwardGflops: Double
        let peakGflops: Double
    }

    func run() throws {
        let speeds = KernelBenchmark.run(clock: SystemClock.seconds)
        let cpu = BenchmarkCommand.processorName()
        Terminal.say("784→300, 64 rows, one core of \(cpu), \(InstructionSet.best)")
        for speed in speeds {
            Terminal.say(
                """
                density \(Figure.percent(speed.density)): forward \
                \(Figure.fixed(speed.forwardGigaflops, 1)), backward \
                \(Figure.fixed(speed.backwardGigaflops, 1)), peak without FMA \
                \(Figure.fixed(speed.peakGigaflops, 1)) GFLOP/s
                """)
        }
        let rows = speeds.map {
            Row(
                density: $0.density, forwardGflops: $0.forwardGigaflops,
                backwardGflops: $0.backwardGigaflops, peakGflops: $0.peakGigaflops)
        }
        try output.say(BenchmarkCommand.Result(benchmark: "kernels", cpu: cpu, rows: rows))
    }
}
