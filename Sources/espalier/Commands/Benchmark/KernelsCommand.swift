import ArgumentParser
import OperatingSystem
import SparseNetworks
import StudyReports

/// `espalier benchmark kernels`.
struct KernelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernels",
        abstract: "Measures forward and backward passes of a 784-300 layer, and the core's peak.")

    @OptionGroup var output: ResultOptions

    func run() throws {
        let speeds = KernelBenchmark.run(clock: SystemClock.seconds)
        let cpu = BenchmarkCommand.processorName
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
        try output.say(BenchmarkResult("kernels", cpu: cpu, rows: speeds))
    }
}
