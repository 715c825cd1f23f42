import ArgumentParser
import ClusterNodes
import FoundationEssentials
import SparseNetworks

/// `espalier benchmark`: measures itself.
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Measures itself on this machine.",
        discussion: "Example:  taskset -c 1 espalier benchmark kernels --json",
        subcommands: [
            KernelsCommand.self, TrainingCommand.self, DispatchCommand.self, RecordCommand.self,
            ReplaySearchCommand.self,
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

/// `espalier benchmark dispatch`.
struct DispatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispatch",
        abstract: "Measures durable no-op trials a second, over real sockets and a real journal.")

    @Option(help: "Trials to settle.")
    var trials = 20_000

    @Option(help: "Workers, each on a thread of its own.")
    var workers = 2

    @Option(help: "Leases out at once, all workers together.")
    var inFlight = 64

    @Option(help: "The folder of the journal; its disk is part of what is measured.")
    var folder: String?

    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard trials > 0, (1...1000).contains(workers), (workers...4096).contains(inFlight) else {
            throw ValidationError(
                "expected --trials > 0, --workers from 1 to 1000, --in-flight from workers to 4096")
        }
    }

    func run() throws {
        try reporting {
            let temporary = try TemporaryFolder()
            defer { temporary.remove() }
            let row = try DispatchBenchmark.run(
                trials: trials, workers: workers, inFlight: inFlight,
                in: folder ?? temporary.path)
            Terminal.say(
                """
                \(row.trials) durable no-op trials, \(row.workers) workers, \(row.inFlight) in \
                flight: \(Figure.fixed(row.trialsPerSecond, 0)) a second
                """)
            try output.say(
                BenchmarkCommand.Result(
                    benchmark: "dispatch", cpu: BenchmarkCommand.processorName(), rows: [row]))
        }
    }
}
